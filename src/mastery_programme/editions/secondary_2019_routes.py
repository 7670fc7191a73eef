"""The routes of Cohort 4: what a lead teacher's accreditation as a PD Lead decides."""

from mastery_programme.conditions import Is
from mastery_programme.editions import secondary_2019_clauses as clauses
from mastery_programme.facts import YesNo
from mastery_programme.rules import Rule, Ruleset

PD_LEAD_SECONDARY = YesNo("Does the lead teacher hold NCETM accreditation as a PD Lead for secondary?")
PD_LEAD_OTHER_PHASE = YesNo("Does the lead teacher hold accreditation as a PD Lead for a phase other than secondary?")

PD_LEAD_DAYS = Ruleset(
    id="pd-lead-days",
    question="How does the lead teacher spend the days set aside for becoming a PD Lead?",
    facts={"pd_lead_secondary": PD_LEAD_SECONDARY},
    rules=(
        Rule("pd-lead-programme", {}, "pd-lead-programme", clauses.PAR_9),
        Rule(
            "already-accredited",
            {"pd_lead_secondary": Is.one_of(True)},
            "wider-work",
            clauses.PAR_10,
            overrides=("pd-lead-programme",),
        ),
    ),
)
NCETM_TALK = Ruleset(
    id="ncetm-talk",
    question="Does the lead teacher have to talk to the NCETM about an accreditation?",
    facts={"pd_lead_other_phase": PD_LEAD_OTHER_PHASE},
    rules=(
        Rule("no-talk", {"pd_lead_other_phase": Is.one_of(False)}, "none", clauses.PAR_11),
        Rule("talk", {"pd_lead_other_phase": Is.one_of(True)}, "ncetm-talk", clauses.PAR_11),
    ),
)
