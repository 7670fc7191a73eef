"""The main job: `examples/cost_a_school.py`, run as people run it."""

import json
import os
import sys
from pathlib import Path
from subprocess import CompletedProcess, run

import pytest

SCRIPT = Path(__file__).parent.parent / "examples" / "cost_a_school.py"


def cost(*arguments: str, **environment: str) -> CompletedProcess[str]:
    """The script, run in a process of its own."""
    command = [sys.executable, str(SCRIPT), *arguments]
    return run(
        command, capture_output=True, check=False, encoding="utf-8", env={**os.environ, **environment}, timeout=60
    )


class TestThePage:
    """What a person reads."""

    def test_it_shows_the_figures_of_the_document(self) -> None:
        """Days and money by year, each line with its rate, payee and clauses."""
        page = cost().stdout
        for told in (
            "2019/20: 15 days; at least £3,000.00, plus travel (amount not published)",
            "  Central residentials                 4.5 days at £200.00                  £900.00  Lead school  ",
            "  PAR-9, PAR-10, PAR-6\n",
            "2021/22: 15 days; £9,250.00",
            "All years: at least £15,250.00, plus travel and PD Lead enrolment (amounts not published)",
            "Still open, and what would settle it (say so with --pd-lead)",
        ):
            assert told in page

    def test_the_totals_by_payee_stand_in_a_table(self) -> None:
        """With a star where something is not in them."""
        page = cost("--pd-lead", "secondary", "--departments", "3").stdout
        assert "  Lead school            £3,000.00*  £3,000.00*   £5,250.00   £11,250.00*\n" in page
        assert "  Supported departments      £0.00       £0.00    £6,000.00    £6,000.00\n" in page
        assert "PD Lead provider" not in page

    @pytest.mark.parametrize(
        ("phase", "activity", "talk"),
        [
            ("none", "PD Lead programme", False),
            ("secondary", "Wider work", False),
            ("other", "PD Lead programme", True),
            ("both", "Wider work", True),
        ],
    )
    def test_accreditation_settles_what_is_open(self, phase: str, activity: str, *, talk: bool) -> None:
        """The four days of year 2, and the talk with the NCETM."""
        page = cost("--pd-lead", phase).stdout
        assert f"  {activity} " in page
        assert talk == ("Talk to the NCETM" in page)
        assert "Still open" not in page

    def test_estimates_are_told_as_such(self) -> None:
        """Apart from what is published."""
        page = cost("--pd-lead", "none", "--travel", "180.50", "--pd-lead-fee", "500").stdout
        assert "All years: £15,250.00, plus £861.00 estimated\n" in page
        assert "£180.50 (estimate)" in page

    def test_a_hub_is_shown_with_its_region_and_leads(self) -> None:
        """By any way of writing its name."""
        page = cost("--hub", "norfolk&suffolk").stdout
        assert (
            "Norfolk and Suffolk Maths Hub (East of England), led by Sir Isaac Newton Sixth Form, Norwich and" in page
        )

    def test_it_is_written_in_utf_8_whatever_the_locale(self) -> None:
        """Also where the locale says ASCII."""
        plain = cost(LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert (0, cost().stdout) == (plain.returncode, plain.stdout)

    def test_the_help_explains_every_option(self) -> None:
        """And what is done with what is not published."""
        text = cost("--help").stdout
        for word in ("--pd-lead", "--departments", "--travel", "--pd-lead-fee", "--hub", "--json", "not published"):
            assert word in text


class TestTheData:
    """What a program reads."""

    def test_the_json_holds_days_payments_and_what_is_open(self) -> None:
        """Amounts as text with two places."""
        told = json.loads(cost("--json", "--hub", "Boolean").stdout)
        assert ("secondary-2019", "Boolean Maths Hub") == (told["edition"], told["hub"])
        assert ("900.00", 90000, "PAR-3") == tuple(
            told["payments"][0][key] for key in ("amount", "amount_pence", "clause")
        )
        assert {"known": "15250.00", "estimated": "0.00", "unpublished": ["travel", "pd-lead-enrolment"]} == {
            key: told["total"][key] for key in ("known", "estimated", "unpublished")
        }
        assert ["pd_lead_secondary", "pd_lead_other_phase"] == list(told["still_open"])
        assert 45.0 == sum(float(row["days"]) for row in told["days_and_duties"] if row["kind"] == "days")


class TestMistakes:
    """One clear line on standard error, nothing on standard output, and exit status 2."""

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            pytest.param(["--pd-lead", "primary"], "'secondary', 'other', 'both', 'none'", id="no such choice"),
            pytest.param(["--departments", "21"], "from 0 to 20", id="too many departments"),
            pytest.param(["--departments", "-1"], "from 0 to 20", id="less than none"),
            pytest.param(["--departments", "two"], "'two'", id="a word for a number"),
            pytest.param(["--departments", "1" * 5000], "from 0 to 20", id="a very long number"),
            pytest.param(["--travel", "£180"], "such as 180 or 180.50", id="an amount with its sign"),
            pytest.param(["--travel", "-180"], "such as 180 or 180.50", id="less than nothing"),
            pytest.param(["--pd-lead-fee", "1e3"], "such as 180 or 180.50", id="an exponent"),
            pytest.param(["--hub", "Norfolk & Sufolk"], "'Norfolk and Suffolk Maths Hub'", id="a hub misspelt"),
            pytest.param(["--hub", ""], "no such hub", id="no hub at all"),
            pytest.param(["--pdlead", "none"], "--pdlead", id="an option misspelt"),
            pytest.param(["--depart", "3"], "--depart", id="an option cut short"),
            pytest.param(["extra"], "extra", id="a word too many"),
            pytest.param(["--travel"], "--travel", id="an option without its value"),
        ],
    )
    def test_a_mistake_is_told_in_one_line(self, arguments: list[str], told: str) -> None:
        """With what would have been taken."""
        answer = cost(*arguments)
        assert (2, "", 1) == (answer.returncode, answer.stdout, answer.stderr.count("\n"))
        assert told in answer.stderr
        assert "Traceback" not in answer.stderr

    def test_a_reader_that_stops_early_is_no_mistake(self) -> None:
        """As `head` does."""
        reading, writing = os.pipe()
        os.close(reading)
        answer = run(
            [sys.executable, str(SCRIPT)], stdout=writing, stderr=-1, check=False, encoding="utf-8", timeout=60
        )
        os.close(writing)
        assert "" == answer.stderr
