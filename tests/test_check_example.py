"""Checking an application: `examples/check_an_application.py`, run as people run it, on its three samples."""

import json
import os
import re
import sys
from pathlib import Path
from subprocess import CompletedProcess, run

import pytest

from mastery_programme import Case
from mastery_programme.codec import from_json, to_dict, to_json

EXAMPLES = Path(__file__).parent.parent / "examples"
SAMPLES = ("meets_all", "falls_short", "half_filled")


def check(file: Path | str, *arguments: str, **environment: str) -> CompletedProcess[str]:
    """The script, run in a process of its own on a file, or on a sample by its name."""
    path = EXAMPLES / f"case_{file}.json" if file in SAMPLES else file
    command = [sys.executable, str(EXAMPLES / "check_an_application.py"), str(path), *arguments]
    return run(
        command, capture_output=True, check=False, encoding="utf-8", env={**os.environ, **environment}, timeout=60
    )


def unbroken(page: str) -> str:
    """A page with the lines of each item joined again."""
    return re.sub(r"\n {2}(?=\S)", " ", page)


class TestTheSamples:
    """What each of the three files comes to."""

    def test_the_first_meets_everything(self) -> None:
        """All that is essential, and a form in order; one desirable criterion is not shown."""
        page = unbroken(check("meets_all").stdout)
        for told in (
            "The essential criteria are met.\n",
            "Desirable criteria: 5 of 6 shown, 0 not known; they carry no weight.\n",
            "The form is in order.\n",
            "This is not a decision: the Maths Hub selects (APP-3).\n",
            "(judged: by J. Example on 2019-05-07: two lesson observations in 2018)",
        ):
            assert told in page
        assert "Still needed" not in page
        assert "What would have to change" not in page

    def test_the_second_fails_two_criteria_and_is_an_hour_late_by_mistaking_utc(self) -> None:
        """With both reasons, and what would have to be so."""
        page = unbroken(check("falls_short").stdout)
        for told in (
            "The essential criteria are not met.\n",
            "- ELI-E1, Qualified Teacher Status: not met. Does the lead teacher hold Qualified",
            "state-funded middle or secondary school: not met. Is the school state-funded? No; needed: yes.",
            "sent 2019-04-26 18:00:00+01:00, 1 hour after the deadline",
            "What would have to change\n- Does the lead teacher hold Qualified Teacher Status (QTS)? Yes.",
        ):
            assert told in page
        assert "2019-04-26T17:00:00+00:00" in (EXAMPLES / "case_falls_short.json").read_text(encoding="utf-8")

    def test_the_third_is_half_filled_in_and_undecided(self) -> None:
        """With the questions that are left, and who answers them."""
        page = unbroken(check("half_filled").stdout)
        for told in (
            "Whether the essential criteria are met is not decided yet.\n",
            "Still needed for a verdict\n- Is the lead teacher employed as a teacher at the school? (applicant)\n",
            "- Do observations show that the lead teacher teaches mathematics well? (a judgement of the hub)\n",
            "without an answer: NCETM username,",
        ):
            assert told in page

    @pytest.mark.parametrize("sample", SAMPLES)
    def test_no_line_is_too_long_to_read(self, sample: str) -> None:
        """Nor is one broken within a word."""
        lines = check(sample).stdout.splitlines()
        assert max(map(len, lines)) <= 100
        assert not any(line.endswith("state-") for line in lines)

    @pytest.mark.parametrize("sample", SAMPLES)
    def test_its_people_and_schools_are_invented(self, sample: str) -> None:
        """With reference numbers and addresses that cannot be anybody's."""
        told = json.loads((EXAMPLES / f"case_{sample}.json").read_text(encoding="utf-8"))["application"]
        assert told["school"]["urn"] is None or told["school"]["urn"].startswith("9999")
        people = [told[role] for role in ("lead_teacher", "head_of_department", "nominator") if told[role]]
        assert all(person["email"] is None or person["email"].endswith(".example") for person in people)

    def test_the_same_is_told_as_json(self) -> None:
        """With a finding for each criterion."""
        told = json.loads(check("falls_short", "--json").stdout)
        first = told["findings"][0]
        assert ("falls short", 22) == (told["verdict"], len(told["findings"]))
        assert ("ELI-E1", "not met") == (first["criterion"], first["status"])

    @pytest.mark.parametrize("sample", SAMPLES)
    def test_a_sample_is_written_as_the_library_writes_it(self, sample: str) -> None:
        """But for answers that are told to be open, which the library leaves out."""
        text = (EXAMPLES / f"case_{sample}.json").read_text(encoding="utf-8")
        case = from_json(text, Case)
        assert case == from_json(to_json(case), Case)
        assert {"format", *to_dict(case)} == json.loads(text).keys()

    def test_it_is_written_in_utf_8_whatever_the_locale(self) -> None:
        """Also where the locale says ASCII."""
        plain = check("half_filled", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert (0, check("half_filled").stdout) == (plain.returncode, plain.stdout)


def case_of(**parts: object) -> str:
    """A file with a case of Cohort 4 that was just drafted, and what else it holds."""
    drafted = {"stage": "drafted", "by": "Sam", "at": "2019-04-01T09:00:00+01:00"}
    application = {"programme": "secondary-2019"}
    case = {"id": "case-1", "programme": "secondary-2019", "application": application, "history": [drafted]}
    return json.dumps({**case, **parts})


def form_of(**answers: object) -> str:
    """A file with a case in which the application has these answers."""
    return case_of(application={"programme": "secondary-2019", **answers})


class TestFiles:
    """Files as programs of all kinds write them."""

    def test_a_byte_order_mark_is_no_mistake(self, tmp_path: Path) -> None:
        """As some editors write it."""
        file = tmp_path / "case.json"
        file.write_text(case_of(), encoding="utf-8-sig")
        assert 0 == check(file).returncode


class TestMistakes:
    """Each on a line of standard error, nothing on standard output, and exit status 2."""

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            pytest.param("{", "this is not JSON", id="cut off"),
            pytest.param("[]", "a list is not an object", id="a list"),
            pytest.param("[" * 100_000, "more than 10,000 values", id="nested too deep"),
            pytest.param(case_of()[:-1] + ', "id": "case-2"}', "'id' stands there 2 times", id="a name twice"),
            pytest.param(case_of(judgments=[]), "the nearest is 'judgements'", id="a part misspelt"),
            pytest.param(form_of(lead_techer={}), "the nearest is 'lead_teacher'", id="a field misspelt"),
            pytest.param(form_of(lead_teacher={"qts": "No"}), "/qts: 'No' is not true or false", id="no bool"),
            pytest.param(form_of(lead_teacher={"name": "\ud800"}), "U+D800", id="half a character"),
            pytest.param(form_of(submitted_at="2019-04-26T17:00:00"), "offset from UTC", id="a moment without offset"),
            pytest.param(form_of(submitted_at="26/4/2019"), "written 2019-04-26T17", id="another way of writing"),
            pytest.param(case_of(programme="secondary-2018"), "the nearest is 'secondary-2019'", id="another edition"),
            pytest.param(case_of(facts={"passion": True}), "a Judgement, which says who", id="a judgement as a fact"),
            pytest.param(case_of(facts={"qst": True}), "the nearest is 'qts'", id="a fact misspelt"),
            pytest.param(case_of(judgements=5), "/judgements: 5 is not a list", id="a number for judgements"),
            pytest.param(
                form_of(school={"name": "A", "urn": 999901}), "/urn: 999901 is not text", id="a number for a URN"
            ),
        ],
    )
    def test_a_mistake_in_a_file_is_told_in_a_line(self, tmp_path: Path, text: str, told: str) -> None:
        """With where it is, after the name of the file and before where to find more."""
        file = tmp_path / "case.json"
        file.write_text(text, encoding="utf-8")
        answer = check(file)
        assert (2, "", 3) == (answer.returncode, answer.stdout, answer.stderr.count("\n"))
        assert told in answer.stderr.splitlines()[1]

    def test_all_mistakes_are_told_at_once(self, tmp_path: Path) -> None:
        """A school without its name and number, and half a judgement."""
        file = tmp_path / "case.json"
        file.write_text(case_of(application={"school": {}}, judgements=[{"fact": "passion"}]), encoding="utf-8")
        missing = re.findall(r"- (\S+): the key", check(file).stderr)
        assert missing == [
            "/application/school/name",
            "/application/school/urn",
            "/application/programme",
            "/judgements/0/holds",
            "/judgements/0/by",
            "/judgements/0/on",
        ]

    def test_a_file_that_is_not_there_is_no_crash(self, tmp_path: Path) -> None:
        """Nor is a folder."""
        for path in (tmp_path / "nothing.json", tmp_path):
            answer = check(path)
            assert (2, 2) == (answer.returncode, answer.stderr.count("\n"))
