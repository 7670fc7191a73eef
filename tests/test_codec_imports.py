"""What importing does: the package alone brings no codec and no cattrs, and the codec brings all its names."""

import re
import subprocess
import sys
from inspect import ismodule
from pathlib import Path

import pytest

import mastery_programme
from mastery_programme import codec, problems
from mastery_programme.codec import documents, hosts, limits, reports, rows, schemas
from tests.whole_api_of_documents import PARTS

ROOT = Path(__file__).parent.parent
OF_THE_CONTRACT = {"from_dict", "to_dict", "from_json", "to_json", "json_schema", "register"}
OF_THE_ISSUE = {"from_rows", "to_rows", "Limits", "InvalidDocument"}
HOMES = {
    "CODES": reports,
    "InvalidDocument": problems,
    "Limits": limits,
    "Problem": problems,
    "UnreadRow": problems,
    "from_dict": documents,
    "from_json": documents,
    "from_rows": rows,
    "json_schema": schemas,
    "register": hosts,
    "to_dict": documents,
    "to_json": documents,
    "to_rows": rows,
}
"""Every public name of the codec, with the module in which it is made."""


def loaded(code: str) -> set[str]:
    """The modules that there are after some code in a new process, beside those that Python begins with."""
    command = [
        sys.executable,
        "-c",
        f"import sys\nbefore = set(sys.modules)\n{code}\nprint(*(set(sys.modules) - before))",
    ]
    return set(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split())


class TestImports:
    """What is imported with what."""

    @pytest.mark.parametrize(
        "code",
        [
            pytest.param("import mastery_programme", id="the package"),
            pytest.param("from mastery_programme import *", id="all its names"),
            pytest.param("from mastery_programme import InvalidDocument, Problem", id="the refusals of the codec"),
        ],
    )
    def test_the_package_brings_nothing_of_the_codec(self, code: str) -> None:
        """Neither it, nor cattrs, nor what reads JSON; who needs no documents does not wait for it."""
        brought = loaded(code)
        assert "mastery_programme.programme" in brought
        assert set() == {name for name in brought if name.startswith("mastery_programme.codec")}
        roots = {name.partition(".")[0] for name in brought}
        assert set() == roots & {"cattrs", "json", "jsonschema", "yaml", "msgspec"}

    def test_the_codec_brings_cattrs_alone(self) -> None:
        """No schema library, and none of the formats of hosts."""
        brought = {name.partition(".")[0] for name in loaded("from mastery_programme import codec")}
        assert {"cattrs", "json"} <= brought
        assert set() == brought & {"jsonschema", "orjson", "msgspec", "yaml", "bson", "babel", "dateutil", "pydantic"}


class TestCodes:
    """The codes of problems."""

    def test_every_code_is_met_in_the_whole_api(self) -> None:
        """What `tests.whole_api` asks for has every kind of refusal in it, and no code that is not listed."""
        told = "\n".join(line for part in PARTS for line in part())
        samples = {"urnx"}  # of a problem that is a value itself, spoiled
        assert set(codec.CODES) == set(re.findall(r"Problem\(path=.*?, code='([a-z-]+)'", told)) - samples


class TestNames:
    """The public names of the codec."""

    def test_the_codec_has_all_names_of_the_contract(self) -> None:
        """And those for rows, limits and refusals."""
        assert OF_THE_CONTRACT | OF_THE_ISSUE <= set(codec.__all__)

    def test_the_list_of_names_is_sorted_and_complete(self) -> None:
        """It has just the public names, each once."""
        assert sorted(HOMES) == sorted(codec.__all__) == codec.__all__
        imported = {name for name, value in vars(codec).items() if not name.startswith("_") and not ismodule(value)}
        assert set(HOMES) == imported

    @pytest.mark.parametrize("name", sorted(HOMES))
    def test_a_name_is_passed_on_from_where_it_is_made(self, name: str) -> None:
        """There is one of each."""
        assert getattr(codec, name) is getattr(HOMES[name], name)

    def test_the_refusal_is_the_one_of_the_package(self) -> None:
        """So that a caller can catch it without the codec."""
        assert codec.InvalidDocument is mastery_programme.InvalidDocument
        assert issubclass(codec.InvalidDocument, mastery_programme.MasteryProgrammeError)
