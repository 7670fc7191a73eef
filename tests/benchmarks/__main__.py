"""Print every figure: `python -m tests.benchmarks`; ends with status 1 if one is missed.

Answers are compared before anything is timed.
"""

import sys
from itertools import chain

from tests.benchmarks.answers import check_funding, check_rulings, rulings, statements
from tests.benchmarks.budgets import MEMORY, budgets, check_budgets, memory
from tests.benchmarks.documents import REFUSALS, check_documents, documents, refusals
from tests.benchmarks.eligibility import assessments, check_eligibility
from tests.benchmarks.timing import HEADING, compare_imports


def main() -> None:
    """Check that the answers are the same, then print every figure."""
    check_rulings()
    check_funding()
    check_eligibility()
    check_documents()
    check_budgets()
    sys.stdout.write(f"{HEADING}\n")
    imports = compare_imports("import of the package, against import attrs", "mastery_programme", "attrs", 4)
    missed = 0
    for figure in chain(rulings(), statements(), assessments(), documents(), budgets(), (imports,)):
        missed += not figure.is_kept
        sys.stdout.write(f"{figure}\n")
    sys.stdout.write(f"{REFUSALS}\n")
    for refusal in refusals():
        missed += not refusal.is_kept
        sys.stdout.write(f"{refusal}\n")
    sys.stdout.write("\n".join((MEMORY, *memory(), "")))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
