"""Print `name==floor` for each requirement of the package and of its tests, as constraints for pip."""

import tomllib
from pathlib import Path

pyproject = Path(__file__).parent.parent / "pyproject.toml"
project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
for requirement in project["dependencies"] + project["optional-dependencies"]["test"]:
    # A requirement without a floor, or with more than a floor, stops here.
    name, floor = requirement.split(">=")
    print(f"{name}=={floor}")
