"""The Secondary Mastery Specialist Programme as values and answers: which days, who is paid what, on which clause."""

from mastery_programme.allocation import Allocation, AllocationLine, YearAllocation, allocate
from mastery_programme.changing import changes
from mastery_programme.comparison import Difference, compare
from mastery_programme.conditions import Is
from mastery_programme.days import DayRange, Days
from mastery_programme.editions import EDITIONS, SECONDARY_COHORT_4, edition
from mastery_programme.errors import (
    FlawedProgramme,
    InvalidArgument,
    InvalidComparison,
    InvalidCount,
    InvalidDays,
    InvalidEstimate,
    InvalidFact,
    InvalidGrouping,
    InvalidMoney,
    InvalidRule,
    InvalidRuleset,
    InvalidShare,
    InvalidText,
    InvalidYear,
    MasteryProgrammeError,
    UnknownClause,
    UnknownEdition,
    UnknownFact,
    UnknownHub,
    UnknownMilestone,
)
from mastery_programme.facts import Choice, Count, YesNo
from mastery_programme.funding import fund
from mastery_programme.funding_lines import FundingLine
from mastery_programme.hubs import Hub, HubLead, Region
from mastery_programme.mappings import FrozenMapping
from mastery_programme.money import Money, Total, share
from mastery_programme.parts import (
    Activity,
    CoveredCost,
    Criterion,
    Duty,
    Grant,
    Level,
    Milestone,
    OpenQuestion,
    Payee,
    PublishedTotal,
    Purpose,
    Year,
)
from mastery_programme.programme import Programme
from mastery_programme.reasoning import Effect, Flaw, Reason, Ruling, audit, decide, explain
from mastery_programme.rules import Rule, Ruleset
from mastery_programme.sources import Document, Source
from mastery_programme.statements import FundingStatement
from mastery_programme.years import AcademicYear, FinancialYear

__all__ = [
    "EDITIONS",
    "SECONDARY_COHORT_4",
    "AcademicYear",
    "Activity",
    "Allocation",
    "AllocationLine",
    "Choice",
    "Count",
    "CoveredCost",
    "Criterion",
    "DayRange",
    "Days",
    "Difference",
    "Document",
    "Duty",
    "Effect",
    "FinancialYear",
    "Flaw",
    "FlawedProgramme",
    "FrozenMapping",
    "FundingLine",
    "FundingStatement",
    "Grant",
    "Hub",
    "HubLead",
    "InvalidArgument",
    "InvalidComparison",
    "InvalidCount",
    "InvalidDays",
    "InvalidEstimate",
    "InvalidFact",
    "InvalidGrouping",
    "InvalidMoney",
    "InvalidRule",
    "InvalidRuleset",
    "InvalidShare",
    "InvalidText",
    "InvalidYear",
    "Is",
    "Level",
    "MasteryProgrammeError",
    "Milestone",
    "Money",
    "OpenQuestion",
    "Payee",
    "Programme",
    "PublishedTotal",
    "Purpose",
    "Reason",
    "Region",
    "Rule",
    "Ruleset",
    "Ruling",
    "Source",
    "Total",
    "UnknownClause",
    "UnknownEdition",
    "UnknownFact",
    "UnknownHub",
    "UnknownMilestone",
    "Year",
    "YearAllocation",
    "YesNo",
    "__version__",
    "allocate",
    "audit",
    "changes",
    "compare",
    "decide",
    "edition",
    "explain",
    "fund",
    "share",
]

__version__ = "0.1.0"
