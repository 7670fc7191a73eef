"""Plant defects in a copy of the codec, and see that the fuzzer finds each: `python -m tests.fuzz.planted`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import mastery_programme

ROOT = Path(__file__).parent.parent.parent
PACKAGE = Path(mastery_programme.__file__).parent
SECONDS = 120


class Defect(NamedTuple):
    """A change of one file of the codec, and what it makes wrong."""

    wrong: str
    file: str
    before: str
    after: str


DEFECTS = (
    Defect("1 is taken for true", "leaves.py", "raw if type(raw) is bool", "bool(raw) if raw in (True, False)"),
    Defect("true is taken for 1", "leaves.py", "if type(raw) is int and self", "if isinstance(raw, int) and self"),
    Defect(
        "unknown keys are dropped",
        "objects.py",
        "                report.refuse_key(at, key, readers)\n",
        "                continue\n",
    ),
    Defect("any character is taken in a name", "leaves.py", "else odd_in_line(raw)", "else None"),
    Defect("a moment can be written anyhow", "written.py", 'f"{_DAY}T{_CLOCK}(?:', 'f".{{19,40}}|{_DAY}T{_CLOCK}(?:'),
    Defect(
        "what is null in a list is dropped",
        "branches.py",
        "(listed(raw, at, report))])",
        "(listed(raw, at, report)) if item])",
    ),
    Defect(
        "a total is taken as it is told", "objects.py", "if told[one.name] != follows:", "if told[one.name] is None:"
    ),
    Defect("all problems are kept", "reports.py", "MOST_KEPT = 100", "MOST_KEPT = 1000"),
    Defect("keys that stand twice are passed over", "reports.py", "if times > 1:", "if times > 9:"),
    Defect("errors of json escape", "documents.py", "except json.JSONDecodeError as", "except EnoughError as"),
    Defect("keys need not be text", "limits.py", "elif type(container) is not list:", "elif False:"),
    Defect("a pointer is not escaped", "pointers.py", '.replace("~", "~0").replace("/", "~1")', ""),
    Defect(
        "a bound is off by one",
        "leaves.py",
        "self.least <= raw <= self.most:",
        "self.least <= raw <= self.most + 1:",
    ),
    Defect(
        "a problem hides those after it",
        "objects.py",
        "                given[key] = read(value, (at, key), report)\n",
        "                given[key] = read(value, (at, key), report) if report.is_empty else None\n",
    ),
    Defect(
        "a name has to be of ASCII",
        "texts.py",
        "    found = _LINE.search(text)\n    return None if found is None else found.start()\n",
        "    return 0\n",
    ),
    Defect(
        "an unknown column is dropped", "rows.py", "elif not (_is_blank(header) and _is_blank(cell)):", "elif False:"
    ),
    Defect(
        "what is missing is told where it is not",
        "reports.py",
        'return self.refuse((at, key), "missing-key"',
        'return self.refuse(((at, key), key), "missing-key"',
    ),
    Defect(
        "an empty list is taken for nothing",
        "branches.py",
        "None if raw is None else",
        "None if raw is None or raw == [] else",
    ),
)


def found(defect: Defect, folder: Path) -> str:
    """The first line in which the fuzzer tells that a copy with a defect is broken; empty if it finds nothing."""
    package = folder / "mastery_programme"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    file = package / "codec" / defect.file
    text = file.read_text(encoding="utf-8")
    if text.count(defect.before) != 1:
        sys.exit(f"{defect.wrong}: {defect.file} holds this {text.count(defect.before)} times: {defect.before}")
    file.write_text(text.replace(defect.before, defect.after), encoding="utf-8")
    command = [sys.executable, "-m", "tests.fuzz", "--seconds", str(SECONDS), "--broken", "1"]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)
    if run.stderr:
        sys.exit(f"{defect.wrong}: the fuzzer itself broke: {run.stderr}")
    return next((line for line in run.stdout.splitlines() if line.startswith("BROKEN")), "")


def main() -> None:
    """Plant each defect, or those that are named, and tell by the status whether all were found."""
    missed = 0
    asked = {defect.wrong: defect for defect in DEFECTS}
    for defect in [asked[name] for name in sys.argv[1:] or asked]:
        with TemporaryDirectory() as folder:
            told = found(defect, Path(folder))
        missed += not told
        sys.stdout.write(f"{'found ' if told else 'MISSED'} {defect.wrong}: {told[:150]}\n")
        sys.stdout.flush()
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
