"""Print what an application comes to: which criteria it meets, why, what is still open, and who answers it."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from textwrap import fill
from typing import Any, NoReturn

from attrs import fields

from mastery_programme import (
    Application,
    Award,
    Development,
    Judgement,
    LeadTeacher,
    MasteryProgrammeError,
    Person,
    Post,
    School,
    Signature,
    Waiver,
    YearMonth,
    assess,
    edition,
)

WIDTH = 100
WRITTEN = "2019-04-26, 2019-04 or, for a moment, 2019-04-26T17:00:00+01:00"

RECORDS: dict[str, type] = {
    "application": Application,
    "school": School,
    "lead_teacher": LeadTeacher,
    "head_of_department": Person,
    "nominator": Person,
    "awards": Award,
    "teaching_history": Post,
    "professional_development": Development,
    "signatures": Signature,
    "judgements": Judgement,
    "waivers": Waiver,
}
"""What each part of the file is made into; each item of it, where it is a list."""

PARTS = ("application", "facts", "judgements", "waivers")
"""What a file can hold. Only the application has to be there."""


class Mistake(Exception):
    """Something in the file that is not as it has to be."""


class Parser(argparse.ArgumentParser):
    """A parser that tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and stop with status 2."""
        self.exit(2, f"{self.prog}: {' '.join(message.split())} (--help tells what a file holds)\n")


def parser() -> Parser:
    """What can be asked on the command line."""
    asked = Parser(
        description="Check an application to the Secondary Mastery Specialist Programme.",
        epilog="The file is JSON: 'application', with the fields of the library's Application by name; and, if there "
        "are any, 'facts' (what you know from elsewhere, by name), 'judgements' and 'waivers'. Days are written "
        "2019-04-26, months 2019-04, moments 2019-04-26T17:00:00+01:00. Three files stand beside this program.",
        allow_abbrev=False,
    )
    asked.add_argument("file", metavar="FILE.json", type=Path, help="the application")
    asked.add_argument("--json", action="store_true", help="print a record for each criterion, as JSON")
    return asked


def loaded(path: Path) -> dict[str, Any]:
    """What a file holds, its parts made into values."""
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=once)
    except OSError as error:
        raise Mistake(f"{path}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise Mistake(f"{path} is no JSON in UTF-8: {error}") from error
    if not isinstance(document, dict) or not isinstance(document.get("application"), dict):
        raise Mistake(f"{path} holds no 'application'")
    known("the file", document, PARTS)
    try:
        return {name: made(name, name, value) for name, value in document.items()}
    except RecursionError as error:
        raise Mistake(f"{path} is nested too deep") from error


def once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON, in which no name may stand twice."""
    for place, (name, _) in enumerate(pairs):
        if name in dict(pairs[:place]):
            raise Mistake(f"{name!r} stands twice in one object")
    return dict(pairs)


def known(where: str, document: Mapping[str, Any], names: Sequence[str]) -> None:
    """Raise a mistake if a document has a name that means nothing there."""
    for name in document:
        if name not in names:
            near = "".join(f"; did you mean {one!r}?" for one in get_close_matches(name, names, n=1))
            raise Mistake(f"{where} has no {name!r}{near}")


def made(where: str, name: str, value: object) -> object:
    """A value of the file as the library takes it."""
    if isinstance(value, list) and name in RECORDS:
        return tuple(made(f"{where}[{place}]", name, item) for place, item in enumerate(value))
    if isinstance(value, dict) and name in RECORDS:
        names = [field.alias or field.name for field in fields(RECORDS[name]) if field.init]
        known(where, value, names)
        values = {inner: made(f"{where}.{inner}", inner, item) for inner, item in value.items()}
        return built(where, RECORDS[name], values)
    if isinstance(value, str) and (name in {"on", "at"} or name.endswith(("_on", "_at"))):
        return moment(where, name, value)
    return value


def built(where: str, kind: Callable[..., object], values: Mapping[str, object]) -> object:
    """A value of the library, or a mistake that says where it cannot be."""
    try:
        return kind(**values)
    except MasteryProgrammeError as error:
        raise Mistake(f"{where}: {error}") from error
    except TypeError as error:  # something that has no default is not there
        raise Mistake(f"{where}: {str(error).partition('() ')[2]}") from error


def moment(where: str, name: str, text: str) -> date | datetime | YearMonth:
    """A day, a month or a moment as written."""
    try:
        if name in {"at", "submitted_at"}:
            return datetime.fromisoformat(text)
        return YearMonth.parse(text) if len(text) == len("2019-04") else date.fromisoformat(text)
    except ValueError as error:
        raise Mistake(f"{where}: {text!r} is not written as in {WRITTEN}") from error


def page(text: str) -> str:
    """A text with its long lines broken."""
    lines = text.split("\n")
    indents = ["  " if line.startswith("- ") else "" for line in lines]
    broken = (
        fill(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
        for line, indent in zip(lines, indents, strict=True)
    )
    return "\n".join(broken)


def main(arguments: Sequence[str] | None = None) -> None:
    """Answer what is asked on the command line."""
    reader = parser()
    asked = reader.parse_args(arguments)
    try:
        held = loaded(asked.file)
        application: Application = held["application"]
        assessment = assess(
            edition(application.programme),
            application,
            held.get("facts"),
            held.get("judgements", ()),
            held.get("waivers", ()),
        )
    except (MasteryProgrammeError, Mistake) as error:
        reader.error(str(error))
    records = json.dumps(assessment.to_records(), ensure_ascii=False, indent=2)
    sys.stdout.write(f"{records if asked.json else page(str(assessment))}\n")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a terminal or pipe, whose locale may be C
    try:
        main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
