"""The Secondary Mastery Specialist Programme as values and answers: which days, who is paid what, on which clause."""

from mastery_programme.allocation import Allocation, AllocationLine, YearAllocation, allocate
from mastery_programme.application import (
    Application,
    Award,
    Development,
    LeadTeacher,
    Person,
    Post,
    Role,
    School,
    Signature,
)
from mastery_programme.assessments import Assessment
from mastery_programme.bases import ByTerms, EvenlyByMonth, OnOneDay, Unscheduled, spread
from mastery_programme.batches import Conflict, Shared, Unassessed, assess_all, conflicts
from mastery_programme.budgeting import budget
from mastery_programme.budgets import Budget, BudgetRow
from mastery_programme.cases import Case
from mastery_programme.changing import changes
from mastery_programme.comparison import compare
from mastery_programme.conditions import Is
from mastery_programme.criteria import Criterion, Level
from mastery_programme.days import DayRange, Days
from mastery_programme.differences import Difference
from mastery_programme.earning import claim, earned
from mastery_programme.editions import EDITIONS, SECONDARY_COHORT_4, edition
from mastery_programme.eligibility import assess, assess_facts, next_questions
from mastery_programme.enrolment import enrol
from mastery_programme.errors import (
    FlawedProgramme,
    IllegalEvent,
    IllegalStep,
    InvalidAnswer,
    InvalidArgument,
    InvalidComparison,
    InvalidCount,
    InvalidDays,
    InvalidEstimate,
    InvalidFact,
    InvalidGrouping,
    InvalidJudgement,
    InvalidMoney,
    InvalidPeriod,
    InvalidRule,
    InvalidRuleset,
    InvalidScenario,
    InvalidShare,
    InvalidText,
    InvalidURN,
    InvalidYear,
    JudgementRequired,
    MasteryProgrammeError,
    UnknownClause,
    UnknownCriterion,
    UnknownEdition,
    UnknownFact,
    UnknownHub,
    UnknownMilestone,
    WrongEdition,
)
from mastery_programme.events import Claimed, CostIncurred, Delivered, DepartmentStarted, DutyMet, Voided
from mastery_programme.evidence import Evidence, Judgement, Origin, Waiver
from mastery_programme.facts import Choice, Count, YesNo
from mastery_programme.findings import Finding, Question, Status
from mastery_programme.forecasting import forecast
from mastery_programme.forecasts import Forecast
from mastery_programme.forms import ApplicationForm, EstablishmentGroup, FormField, FormReading, Reads
from mastery_programme.funding import fund
from mastery_programme.funding_lines import FundingLine
from mastery_programme.hubs import Hub, HubLead, Region
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import Money, Total, share
from mastery_programme.months import YearMonth
from mastery_programme.outlooks import Outlook, Verdict
from mastery_programme.participation import Participation
from mastery_programme.parts import (
    Activity,
    CoveredCost,
    Duty,
    Grant,
    Milestone,
    OpenQuestion,
    Payee,
    PublishedTotal,
    Purpose,
    Year,
)
from mastery_programme.pivots import Pivot
from mastery_programme.positions import NetPosition, NetYear, net_position
from mastery_programme.problems import InvalidDocument, Problem
from mastery_programme.profiles import Profile, places_by_hub
from mastery_programme.programme import Programme
from mastery_programme.progress_lines import ActivityProgress, DutyProgress, Progress
from mastery_programme.reading import read_form
from mastery_programme.reasoning import Effect, Flaw, Reason, Ruling, audit, decide, explain
from mastery_programme.rules import Rule, Ruleset
from mastery_programme.scenarios import scenario
from mastery_programme.schools import URN, EstablishmentType, Phase
from mastery_programme.shortlists import Outstanding, Shortlist, Shortlisted, missing_by_hub, shortlist
from mastery_programme.sources import Document, Source
from mastery_programme.statements import FundingStatement
from mastery_programme.steps import Stage, Step
from mastery_programme.teaching import years_taught
from mastery_programme.tenures import Completed, Replaced, Standing, Withdrew
from mastery_programme.terms import SchoolTerm
from mastery_programme.tracking import progress
from mastery_programme.words import count_words
from mastery_programme.years import AcademicYear, FinancialYear

__all__ = [
    "EDITIONS",
    "SECONDARY_COHORT_4",
    "URN",
    "AcademicYear",
    "Activity",
    "ActivityProgress",
    "Allocation",
    "AllocationLine",
    "Application",
    "ApplicationForm",
    "Assessment",
    "Award",
    "Budget",
    "BudgetRow",
    "ByTerms",
    "Case",
    "Choice",
    "Claimed",
    "Completed",
    "Conflict",
    "CostIncurred",
    "Count",
    "CoveredCost",
    "Criterion",
    "DayRange",
    "Days",
    "Delivered",
    "DepartmentStarted",
    "Development",
    "Difference",
    "Document",
    "Duty",
    "DutyMet",
    "DutyProgress",
    "Effect",
    "EstablishmentGroup",
    "EstablishmentType",
    "EvenlyByMonth",
    "Evidence",
    "FinancialYear",
    "Finding",
    "Flaw",
    "FlawedProgramme",
    "Forecast",
    "FormField",
    "FormReading",
    "FrozenMapping",
    "FundingLine",
    "FundingStatement",
    "Grant",
    "Hub",
    "HubLead",
    "IllegalEvent",
    "IllegalStep",
    "InvalidAnswer",
    "InvalidArgument",
    "InvalidComparison",
    "InvalidCount",
    "InvalidDays",
    "InvalidDocument",
    "InvalidEstimate",
    "InvalidFact",
    "InvalidGrouping",
    "InvalidJudgement",
    "InvalidMoney",
    "InvalidPeriod",
    "InvalidRule",
    "InvalidRuleset",
    "InvalidScenario",
    "InvalidShare",
    "InvalidText",
    "InvalidURN",
    "InvalidYear",
    "Is",
    "Judgement",
    "JudgementRequired",
    "LeadTeacher",
    "Level",
    "MasteryProgrammeError",
    "Milestone",
    "Money",
    "NetPosition",
    "NetYear",
    "OnOneDay",
    "OpenQuestion",
    "Origin",
    "Outlook",
    "Outstanding",
    "Participation",
    "Payee",
    "Person",
    "Phase",
    "Pivot",
    "Post",
    "Problem",
    "Profile",
    "Programme",
    "Progress",
    "PublishedTotal",
    "Purpose",
    "Question",
    "Reads",
    "Reason",
    "Region",
    "Replaced",
    "Role",
    "Rule",
    "Ruleset",
    "Ruling",
    "School",
    "SchoolTerm",
    "Shared",
    "Shortlist",
    "Shortlisted",
    "Signature",
    "Source",
    "Stage",
    "Standing",
    "Status",
    "Step",
    "Total",
    "Unassessed",
    "UnknownClause",
    "UnknownCriterion",
    "UnknownEdition",
    "UnknownFact",
    "UnknownHub",
    "UnknownMilestone",
    "Unscheduled",
    "Verdict",
    "Voided",
    "Waiver",
    "Withdrew",
    "WrongEdition",
    "Year",
    "YearAllocation",
    "YearMonth",
    "YesNo",
    "__version__",
    "allocate",
    "assess",
    "assess_all",
    "assess_facts",
    "audit",
    "budget",
    "changes",
    "claim",
    "compare",
    "conflicts",
    "count_words",
    "decide",
    "earned",
    "edition",
    "enrol",
    "explain",
    "forecast",
    "fund",
    "missing_by_hub",
    "net_position",
    "next_questions",
    "places_by_hub",
    "progress",
    "read_form",
    "scenario",
    "share",
    "shortlist",
    "spread",
    "years_taught",
]

__version__ = "0.1.0"
