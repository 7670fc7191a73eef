"""How the calls of the whole API are told, and odd things to call it with."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from mastery_programme import Days, MasteryProgrammeError, Money

ODD: tuple[object, ...] = (
    *(4, -1, 15, 10_000, 1999, 10**12 + 1, 10**5000, 4.5, 0.25, float("nan"), float("inf"), True, None),
    *("", "4", "4.5", "-0.50", "-0", "200.505", "1e3", " 4", "\u0664", "4,000", "1,000.00", "9" * 90, "4\n", "<b>"),
    *("2019/20", "2019-20", "2019 to 2020", "2019/2021", "1999/00", "12 to 37", "37 to 12", "secondary-2019"),
    *(
        Decimal("0.5"),
        Decimal("1E+2"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("1E-9999999"),
        Decimal("200.500"),
        Days(2),
    ),
    *(date(2019, 8, 31), date(2019, 4, 1), date(1, 1, 1), datetime(2019, 4, 26, 17, tzinfo=UTC), Money("0.01")),
    *(b"4", (1, 1, 1), [0, 2], [-1], {}),
)


def told(function: Callable[..., object], *args: object, **kwargs: object) -> str:
    """A call by name with its answer or its refusal, as text."""
    name = getattr(function, "__name__", "call")
    try:
        return f"{name}: {said(function(*args, **kwargs))}"
    except (TypeError, AttributeError, LookupError, ValueError, MasteryProgrammeError) as error:
        return f"{name} refuses: {type(error).__name__} {error.args!r}: {error}"


def said(value: object) -> str:
    """A value in every form that it has: as code, in words, as HTML, as records; and each of its parts in words."""
    forms = [repr(value), str(value)]
    for form in ("_repr_html_", "to_records"):
        forms += [str(getattr(value, form)())] if hasattr(value, form) else []
    parts: tuple[Any, ...] = value if isinstance(value, tuple) else ()
    return "\n  ".join(dict.fromkeys((*forms, *map(str, parts))))
