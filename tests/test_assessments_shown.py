"""An assessment as text, as HTML and as records."""

from datetime import timedelta

import pandas as pd
import pytest

from mastery_programme import Assessment, Judgement, LeadTeacher, School, Waiver, assess, assess_facts
from tests.applications import (
    COMPLETE,
    DEADLINE,
    ELSEWHERE,
    JUDGEMENTS,
    MET_FACTS,
    PASSION,
    PROGRAMME,
    assessed,
    form,
    judgement,
    waiver,
)
from tests.changed_editions import CRITERION, changed

TITLE = "Secondary Mastery Specialist Programme, Cohort 4 (2019/20 to 2021/22)"
QTS = "Does the lead teacher hold Qualified Teacher Status (QTS)?"
PHASE = "Of which phase is the school?"
KEYS = (
    "edition",
    "applicant",
    "verdict",
    "criterion",
    "level",
    "label",
    "status",
    "waived_by",
    "reason",
    "missing",
    "clause",
)


def html(assessment: Assessment) -> str:
    """An assessment as a notebook shows it."""
    return assessment._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook does


class TestText:
    """An assessment as text."""

    def test_it_begins_with_who_applies_and_what_it_comes_to(self) -> None:
        """And says who decides."""
        assert str(assessed()).startswith(
            f"Application of Alex Example, Example Academy: {TITLE}\n"
            "\n"
            "The essential criteria are met.\n"
            "Desirable criteria: 2 of 6 shown, 4 not known; they carry no weight.\n"
            "The form is in order.\n"
            "This is not a decision: the Maths Hub selects (APP-3).\n"
            "\n"
            "Essential criteria\n"
            f"- ELI-E1, Qualified Teacher Status: met. {QTS} Yes. (the form, FRM-4)\n"
        )

    @pytest.mark.parametrize(
        ("assessment", "lines"),
        [
            pytest.param(
                assess_facts(PROGRAMME, {}),
                [
                    f"Application: {TITLE}",
                    "Whether the essential criteria are met is not decided yet.",
                    "Desirable criteria: 0 of 6 shown, 6 not known; they carry no weight.",
                    "Whether the form is in order is not known yet.",
                    "Still needed for a verdict",
                    f"- {PASSION} (a judgement of the hub)",
                    f"- {QTS} (applicant)",
                ],
                id="nothing known",
            ),
            pytest.param(
                assess_facts(
                    PROGRAMME,
                    {"qts": False, "subject_leader": True, "grows_leadership": False, "submitted_in_time": False},
                ),
                [
                    "The essential criteria are not met.",
                    "Desirable criteria: 1 of 6 shown, 4 not known; they carry no weight.",
                    "The form is not in order.",
                    f"- ELI-E1, Qualified Teacher Status: not met. {QTS} No; needed: yes.",
                    "What would have to change",
                ],
                id="short of the criteria",
            ),
        ],
    )
    def test_it_says_what_is_known_and_what_is_not(self, assessment: Assessment, lines: list[str]) -> None:
        """A line for each."""
        assert [] == [line for line in lines if line not in str(assessment).splitlines()]

    def test_it_has_a_line_for_each_finding(self) -> None:
        """By level, in the order of the edition, with the reason; also where the verdict is settled by one."""
        assessment = assess_facts(PROGRAMME, {"qts": False})
        lines = str(assessment).splitlines()
        for heading, level in (
            ("Essential criteria", assessment.essential),
            ("Desirable criteria", assessment.desirable),
            ("The form", assessment.form),
        ):
            start = lines.index(heading) + 1
            assert [f"- {one.criterion}, {one.label}: {one.status}. {one.reason}" for one in level] == lines[
                start : start + len(level)
            ]
            assert "" == lines[start + len(level)]

    def test_it_says_what_would_have_to_be_so_of_those_who_fall_short(self) -> None:
        """With every value that would do; others are told what is still needed."""
        short = str(assess_facts(PROGRAMME, {**MET_FACTS, "qts": False, "phase": "primary"}))
        assert short.endswith(
            f"\n\nWhat would have to change\n- {QTS} Yes. {PHASE} Middle or secondary or all-through."
        )
        assert "Still needed" not in short
        for facts in ({}, MET_FACTS):
            assert "would have to change" not in str(assess_facts(PROGRAMME, facts))
        assert "Still needed" not in str(assess_facts(PROGRAMME, MET_FACTS))

    def test_nobody_can_write_a_line_of_it(self) -> None:
        """A name, a note or a reason with lines in it stays within its own line."""
        nasty = "x\n- ELI-E8: met.\n\nThe form"
        application = changed(COMPLETE, lead_teacher=LeadTeacher(nasty), hub=None, submitted_at=None, signatures=())
        plain = assess(
            PROGRAMME, changed(application, lead_teacher=LeadTeacher("x")), {}, [judgement("passion")], [waiver()]
        )
        spoilt = assess(
            PROGRAMME,
            application,
            {},
            [judgement("passion", note=nasty)],
            [waiver(reason=nasty), waiver("FRM-9-nominator")],
        )
        assert len(str(plain).splitlines()) == len(str(spoilt).splitlines())
        assert f"Application of x - ELI-E8: met. The form, Example Academy: {TITLE}" == str(spoilt).splitlines()[0]

    def test_what_is_waived_says_so(self) -> None:
        """Met, but by a waiver."""
        late = form(submitted_at=DEADLINE + timedelta(minutes=5))
        text = str(assess(PROGRAMME, late, ELSEWHERE, JUDGEMENTS, [waiver()]))
        assert "\n- APP-1, Sent in time: met, by waiver. Waived by Lee Lead at 2019-05-08 12:00:00+01:00: " in text
        assert "\nThe form is in order.\n" in text

    def test_an_edition_without_a_form_names_nobody_who_decides(self) -> None:
        """And one without criteria of a level leaves its heading out."""
        text = str(assess_facts(changed(PROGRAMME, criteria=(CRITERION,), form=None), {}))
        assert (
            f"Application: {TITLE}\n\nThe essential criteria are met.\n"
            "Desirable criteria: 0 of 1 shown, 1 not known; they carry no weight.\n\n"
            "Desirable criteria\n- made-up, Something: unknown. Still to be answered: Is it so: made_up?"
        ) == text


class TestHTML:
    """An assessment in a notebook."""

    def test_it_is_a_table_with_a_caption_and_what_it_comes_to(self) -> None:
        """A row for each finding, the summary below."""
        shown = html(assessed())
        assert (1, 1, 23) == (shown.count("<table>"), shown.count("<caption>"), shown.count("<tr>"))
        assert f"<caption>Application of Alex Example, Example Academy: {TITLE}</caption>" in shown
        heads = ("Criterion", "What it is", "Status", "Why")
        assert "".join(f'<th scope="col">{head}</th>' for head in heads) in shown
        assert "</table><p>The essential criteria are met.</p><p>Desirable criteria: 2 of 6 shown" in shown

    def test_a_row_is_a_finding(self) -> None:
        """Its id heads it; a waiver is told in its status."""
        shown = html(assess_facts(PROGRAMME, {"qts": False}, waivers=[waiver()]))
        left = '<td style="text-align: left">'
        assert (
            f'<tr><th scope="row">ELI-E1</th>{left}Qualified Teacher Status</td>{left}not met</td>'
            f"{left}{QTS} No; needed: yes.</td></tr>"
        ) in shown
        assert f"{left}Sent in time</td>{left}met, by waiver</td>{left}Waived by Lee Lead at" in shown

    def test_what_is_needed_stands_below(self) -> None:
        """Of those who may still meet the criteria, and of those who fall short."""
        assert f"<p>Still needed: {QTS} (applicant)</p>" in html(assess_facts(PROGRAMME, {}))
        short = html(assess_facts(PROGRAMME, {**MET_FACTS, "qts": False}))
        assert short.endswith(f"<p>What would have to change: {QTS} Yes.</p>")

    def test_every_text_is_escaped(self) -> None:
        """Names, notes, reasons and remarks of whoever filled in the form or judged."""
        nasty = "<b>\"Q\" & 'x'</b>"
        assessment = assess(
            PROGRAMME,
            changed(COMPLETE, lead_teacher=LeadTeacher(nasty), school=School(nasty, None), hub=nasty, signatures=()),
            judgements=[Judgement("passion", True, nasty, judgement("passion").on, nasty)],
            waivers=[Waiver("FRM-9-nominator", nasty, DEADLINE, nasty)],
        )
        shown = html(assessment)
        safe = "&lt;b&gt;&quot;Q&quot; &amp; &#x27;x&#x27;&lt;/b&gt;"
        assert "<b>" not in shown
        assert f"<caption>Application of {safe}, {safe}: " in shown
        assert f"judged: by {safe} on 2019-05-07: {safe})" in shown
        assert f"Waived by {safe} at 2019-04-26 17:00:00+01:00: {safe}. " in shown
        assert "<p>On the hub: no such hub: &#x27;&lt;b&gt;" in shown
        assert nasty in str(assessment)


class TestRecords:
    """An assessment as rows."""

    def test_they_are_flat_and_alike(self) -> None:
        """A dict for each finding, with the same keys in the same order, of text or None."""
        waived = assess(PROGRAMME, form(submitted_at=None), waivers=[waiver()])
        for assessment in (assessed(), assess_facts(PROGRAMME, {}), waived):
            records = assessment.to_records()
            assert ({KEYS}, 22) == ({tuple(record) for record in records}, len(records))
            assert {str, type(None)} >= {type(value) for record in records for value in record.values()}
            assert [one.criterion for one in assessment.findings] == [record["criterion"] for record in records]

    def test_they_say_all_that_a_finding_says(self) -> None:
        """With the verdict and the waiver beside it."""
        assessment = assess(PROGRAMME, form(submitted_at=None), {"employed_as_teacher": None}, waivers=[waiver()])
        by_id = {record["criterion"]: record for record in assessment.to_records()}
        assert {
            "edition": "secondary-2019",
            "applicant": "Alex Example, Example Academy",
            "verdict": "undecided",
            "criterion": "ELI-D1",
            "level": "desirable",
            "label": "Additional status",
            "status": "met",
            "waived_by": None,
            "reason": assessment.finding("ELI-D1").reason,
            "missing": None,
            "clause": "ELI-D1",
        } == by_id["ELI-D1"]
        assert ("met", "Lee Lead", None) == tuple(by_id["APP-1"][key] for key in ("status", "waived_by", "missing"))
        assert ("unknown", "employed_as_teacher") == tuple(by_id["ELI-E2"][key] for key in ("status", "missing"))
        assert "FRM-9" == by_id["FRM-9-nominator"]["clause"]

    def test_several_that_are_missing_are_one_text(self) -> None:
        """In the order of the criterion; and who applies may not be known."""
        records = assess_facts(PROGRAMME, {}).to_records()
        assert ("employed_as_teacher, state_funded, phase", None) == (records[1]["missing"], records[1]["applicant"])

    def test_pandas_takes_them(self) -> None:
        """As they are."""
        frame = pd.DataFrame(assessed().to_records())
        assert (list(KEYS), 22) == (list(frame.columns), len(frame))
        assert {"met": 18, "unknown": 4} == frame["status"].value_counts().to_dict()
