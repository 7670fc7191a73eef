"""A budget of 35 hubs and three cohorts: `examples/hub_budget.py`, run as people run it."""

import csv
import os
import sys
from decimal import Decimal
from pathlib import Path
from subprocess import CompletedProcess, run

import pytest

SCRIPT = Path(__file__).parent.parent / "examples" / "hub_budget.py"


def ask(*arguments: str, **environment: str) -> CompletedProcess[str]:
    """The script, run in a process of its own."""
    command = [sys.executable, str(SCRIPT), *arguments]
    return run(
        command, capture_output=True, check=False, encoding="utf-8", env={**os.environ, **environment}, timeout=60
    )


def records(*arguments: str) -> list[dict[str, str]]:
    """The records that the script prints."""
    return list(csv.DictReader(ask("--csv", *arguments).stdout.splitlines()))


class TestThePage:
    """What a person reads."""

    def test_one_place_at_one_hub_in_each_cohort(self) -> None:
        """By academic and financial year, with the figures worked out by hand."""
        page = ask("--hub", "boolean", "--places", "1").stdout
        for told in (
            "secondary-2019  £3,000.00*  £3,000.00*    £9,250.00            -          -  £15,250.00*\n",
            "All             £3,000.00*  £6,000.00*  £15,250.00*  £12,250.00*  £9,250.00  £45,750.00*\n",
            "South West  £1,750.00*  £4,750.00*  £11,395.83*  £13,500.00*  £10,500.00*  £3,854.17  £45,750.00*\n",
            "Boolean Maths Hub  £1,750.00*  ",
            "\n3 places\nPublished: £45,750.00\n",
            "Not published, and so in no sum: travel\nNot published, and so in no sum: PD Lead enrolment\n",
        ):
            assert told in page

    def test_all_hubs_and_regions_are_there(self) -> None:
        """35 and 9, and three cohorts."""
        page = ask().stdout
        assert 35 == page.count(" Maths Hub  ")
        assert all(region in page for region in ("South West", "East of England", "London", "Yorkshire and the Humber"))
        assert all(id in page for id in ("secondary-2019", "invented-2020", "invented-2021"))

    def test_what_is_invented_is_said_to_be(self) -> None:
        """On every page, and in the help."""
        for answer in (ask(), ask("--by", "hub"), ask("--by", "hub,payee"), ask("--help")):
            assert "The numbers of places are invented" in " ".join(answer.stdout.split())

    def test_estimates_stand_beside_what_is_published(self) -> None:
        """2 x 180.50 for each of 3 places, and 500."""
        page = ask("--hub", "boolean", "--places", "1", "--travel", "180.50", "--pd-lead-fee", "500").stdout
        assert "Published: £45,750.00\nEstimated, beside it: £2,583.00 (travel, pd-lead-enrolment)\n" in page
        assert "All                             £45,750.00  £2,583.00  £48,333.00\n" in page
        assert "Not published, and" not in page

    @pytest.mark.parametrize(
        ("basis", "told", "lines"),
        [
            ("month", "a twelfth", ["2019-20: at least £1,750.00", "2024-25: £3,854.17"]),
            ("day", "31 March", ["2019-20: at least £3,000.00", "2023-24: £9,250.00"]),
            ("terms", "invented terms", ["2019-20: at least £2,038.33"]),
            ("none", "on no day", ["unscheduled: at least £45,750.00"]),
        ],
    )
    def test_the_basis_can_be_chosen(self, basis: str, told: str, lines: list[str]) -> None:
        """And is told."""
        asked = ("--hub", "boolean", "--places", "1", "--basis", basis)
        assert told in ask(*asked).stdout
        table = ask(*asked, "--by", "financial-year").stdout
        assert all(line in table for line in lines)

    def test_a_table_by_any_keys(self) -> None:
        """The last of them across."""
        table = ask("--by", "purpose, payee ,academic_year", "--hub", "boolean", "--places", "2").stdout
        assert "Purpose, payee by academic year\n" in table
        line = next(line for line in table.splitlines() if line.startswith("department-support"))
        assert ["supported-department", "-", "-", *["£8,000.00"] * 3, "£24,000.00"] == line.split()[1:]

    def test_it_is_written_in_utf_8_whatever_the_locale(self) -> None:
        """Also where the locale says ASCII."""
        plain = ask(LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert (0, ask().stdout) == (plain.returncode, plain.stdout)


class TestTheRecords:
    """What a program reads."""

    def test_there_is_one_for_each_row(self) -> None:
        """With the same total however they are grouped."""
        rows = records("--places", "1")
        assert 35 * 3 * Decimal(15250) == sum(Decimal(row["known"]) for row in rows)
        assert {"", "travel", "pd-lead-enrolment"} == {row["unpublished"] for row in rows}
        assert {"False"} == {row["earned"] for row in rows}

    def test_they_are_grouped_by_the_keys_asked_for(self) -> None:
        """With a most only where everything is published."""
        assert {
            ("lead-school", "33750.00", "0.00", "", "travel"),
            ("supported-department", "12000.00", "0.00", "12000.00", ""),
            ("pd-lead-provider", "0.00", "1500.00", "1500.00", ""),
        } == {
            tuple(row.values())
            for row in records("--by", "payee", "--hub", "boolean", "--places", "1", "--pd-lead-fee", "500")
        }

    def test_no_places_are_records_of_nothing(self) -> None:
        """With the same columns."""
        assert {"0.00"} == {row["known"] for row in records("--places", "0", "--basis", "none")}


class TestMistakes:
    """One clear line on standard error, nothing on standard output, and exit status 2."""

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            pytest.param(["--hub", "Norfolk & Sufolk"], "'Norfolk and Suffolk Maths Hub'", id="a hub misspelt"),
            pytest.param(["--hub", ""], "no such hub", id="no hub at all"),
            pytest.param(["--places", "-1"], "from 0 to 1,000,000", id="less than none"),
            pytest.param(["--places", "two"], "'two'", id="a word for a number"),
            pytest.param(["--places", "1" * 5000], "from 0 to 1,000,000", id="a very long number"),
            pytest.param(["--basis", "week"], "'month', 'terms', 'day', 'none'", id="no such basis"),
            pytest.param(["--travel", "£180"], "such as 180 or 180.50", id="an amount with its sign"),
            pytest.param(["--pd-lead-fee", "-1"], "such as 180 or 180.50", id="less than nothing"),
            pytest.param(["--by", "hubs"], "the nearest is 'hub'", id="a key misspelt"),
            pytest.param(["--by", "hub,hub"], "a key given twice", id="a key twice"),
            pytest.param(["--by", ""], "rows have no such key: ''", id="no key"),
            pytest.param(["--by", "hub,", "--csv"], "rows have no such key: ''", id="a comma too many"),
            pytest.param(["--place", "3"], "--place", id="an option cut short"),
            pytest.param(["extra"], "extra", id="a word too many"),
        ],
    )
    def test_a_mistake_is_told_in_one_line(self, arguments: list[str], told: str) -> None:
        """With what would have been taken."""
        answer = ask(*arguments)
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
