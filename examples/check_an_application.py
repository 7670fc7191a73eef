"""Print what an application comes to: which criteria it meets, why, what is still open, and who answers it."""

import argparse
import codecs
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from textwrap import fill
from typing import NoReturn

from mastery_programme import Case, MasteryProgrammeError
from mastery_programme.codec import from_json, to_dict

WIDTH = 100


class Parser(argparse.ArgumentParser):
    """A parser that tells a mistake without the usage."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and stop with status 2."""
        self.exit(2, f"{self.prog}: {message}\n--help tells what a file holds.\n")


def parser() -> Parser:
    """What can be asked on the command line."""
    asked = Parser(
        description="Check an application to the Secondary Mastery Specialist Programme.",
        epilog="The file is the JSON document of a Case of the library: the application, the steps that it took, and, "
        "if there are any, 'facts' (what you know from elsewhere, by name), 'judgements' and 'waivers'. Days are "
        "written 2019-04-26, months 2019-04, moments 2019-04-26T17:00:00+01:00. Three files stand beside this program.",
        allow_abbrev=False,
    )
    asked.add_argument("file", metavar="FILE.json", type=Path, help="the case")
    asked.add_argument("--json", action="store_true", help="print the assessment as JSON")
    return asked


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
        text = asked.file.read_bytes().removeprefix(codecs.BOM_UTF8)  # as some editors write it
        assessment = from_json(text, Case).assess()
    except OSError as error:
        reader.error(f"{asked.file}: {error.strerror}")
    except MasteryProgrammeError as error:
        reader.error(f"{asked.file}: {error}")
    document = json.dumps(to_dict(assessment), ensure_ascii=False, indent=2)
    sys.stdout.write(f"{document if asked.json else page(str(assessment))}\n")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a terminal or pipe, whose locale may be C
    try:
        main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
