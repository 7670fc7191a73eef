"""Tracking a participant: `examples/track_a_participant.py`, run as people run it."""

import json
import os
import sys
from pathlib import Path
from subprocess import CompletedProcess, run

import pytest

from mastery_programme import Participation
from mastery_programme.codec import from_json, to_json
from tests.samples import HISTORY

SCRIPT = Path(__file__).parent.parent / "examples" / "track_a_participant.py"


def track(*arguments: str, **environment: str) -> CompletedProcess[str]:
    """The script, run in a process of its own."""
    command = [sys.executable, str(SCRIPT), *arguments]
    return run(
        command, capture_output=True, check=False, encoding="utf-8", env={**os.environ, **environment}, timeout=60
    )


class TestThePage:
    """What a person reads."""

    def test_it_shows_three_years_of_an_invented_teacher(self) -> None:
        """What was recorded, used, earned, taken back, claimed, and is left."""
        page = track().stdout
        for told in (
            "- 2020-12-31: withdrew: a post at another school\n- 2021-01-04: replaced by Jo Example\n",
            "2019/20  Personal development           10.5 days     9 days   1.5 days       -  PAR-4\n",
            "2020/21  PD Lead programme                  1 day      1 day          -       -  PAR-9\n",
            "2020/21  Wider work                        3 days     3 days          -       -  PAR-10\n",
            "-4 days  £200.00   -£800.00  taken back",
            "  2019-20: £2,977.60\n  2020-21: £2,000.00\n  2021-22: £7,525.00\n",
            "To be claimed on 2022-03-31: £6,625.00\n",
            "         All                                  £12,502.60  £2,625.00          -  £300.00\n",
            "Total: £15,127.60\n",
        ):
            assert told in page

    def test_it_looks_from_any_day(self) -> None:
        """And reckons with what it is told."""
        page = track("--on", "2019-12-31", "--travel", "180").stdout
        assert "earned up to 2019-12-31" in page
        assert "2019/20  Travel                                  £86.40      £91.20      £2.40" in page

    def test_it_does_not_depend_on_the_locale(self) -> None:
        """Nor does it break where pounds have no sign."""
        assert track().stdout == track(LC_ALL="C", PYTHONIOENCODING="ascii").stdout


class TestDocuments:
    """A participation from a file."""

    def test_the_invented_one_goes_out_and_comes_back(self, tmp_path: Path) -> None:
        """As a document that any reader of JSON takes."""
        document = track("--json").stdout
        assert "example-1" == json.loads(document)["id"] == from_json(document, Participation).id
        (tmp_path / "p.json").write_text(document, encoding="utf-8")
        assert track().stdout == track(str(tmp_path / "p.json")).stdout

    def test_another_one_is_read_from_its_file(self, tmp_path: Path) -> None:
        """Also if an editor put a mark before it."""
        (tmp_path / "p.json").write_text(to_json(HISTORY), encoding="utf-8-sig")
        assert "p-1, Jo <Example> of Example School" in track(str(tmp_path / "p.json")).stdout


class TestMistakes:
    """What is told in one line."""

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            pytest.param(("--on", "31/3/2022"), "'31/3/2022' is not a day such as 2022-03-31", id="another date"),
            pytest.param(("--on", "9999-12-31"), "not the last day that counts: '9999-12-31'", id="a day too late"),
            pytest.param(("--travel", "£180"), "'£180' is not an amount such as 180 or 180.50", id="a pound sign"),
            pytest.param(("--travel", "-1"), "not an estimate of travel", id="below nothing"),
            pytest.param(("nowhere.json",), "nowhere.json: No such file", id="no such file"),
            pytest.param((str(SCRIPT),), "not a document that can be read", id="no document"),
            pytest.param(("--claim",), "unrecognized arguments: --claim", id="no such option"),
        ],
    )
    def test_a_mistake_is_told_in_one_line(self, arguments: tuple[str, ...], said: str) -> None:
        """With status 2, and nothing on standard output."""
        done = track(*arguments)
        assert (2, "", 1) == (done.returncode, done.stdout, done.stderr.count("\n"))
        assert said in done.stderr
