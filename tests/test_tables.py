"""Rows as aligned text and as escaped HTML."""

from decimal import Decimal
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mastery_programme import DayRange, Days
from mastery_programme.tables import (
    Column,
    as_html,
    as_text,
    capitalised,
    days_recorded,
    days_said,
    escape,
    still_open,
)

COLUMNS = (Column("Year"), Column("Amount", numeric=True), Column("Clause"))
ROWS = (("2019/20", "£3,000.00", "FUN-2"), ("2020/21", "£0.50", ""))

CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=8)


class Reader(HTMLParser):
    """What a browser sees in a table: its texts and its tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, " ".join(f"{name}={value}" for name, value in attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


class TestText:
    """A table to read in a terminal."""

    def test_words_stand_left_and_amounts_right(self) -> None:
        """Columns line up under their headings, and no line ends in spaces."""
        expected = [
            "Year        Amount  Clause",
            "-------  ---------  ------",
            "2019/20  £3,000.00  FUN-2",
            "2020/21      £0.50",
        ]

        assert expected == as_text(COLUMNS, ROWS).split("\n")

    def test_a_heading_may_be_the_widest(self) -> None:
        """A column is as wide as the widest thing in it, its heading counted."""
        assert ["Departments", "-----------", "          2"] == as_text(
            (Column("Departments", numeric=True),), [("2",)]
        ).split("\n")

    def test_no_rows_are_a_heading_and_a_rule(self) -> None:
        """An empty table still says what it would hold."""
        assert "Year  Amount  Clause\n----  ------  ------" == as_text(COLUMNS, ())

    @given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5))
    def test_every_cell_stands_under_its_heading(self, rows: list[tuple[str, str, str]]) -> None:
        """Cut where the rule is, every line gives its cells back."""
        _, rule, *lines = as_text(COLUMNS, iter(rows)).split("\n")
        ends = [len(part) for part in rule.split("  ")]
        starts = [0, ends[0] + 2, ends[0] + ends[1] + 4]
        cut = [
            tuple(line[start : start + end].strip() for start, end in zip(starts, ends, strict=True)) for line in lines
        ]

        assert rows == cut
        assert all(line == line.rstrip() for line in lines)

    @pytest.mark.parametrize("row", [("1",), ("1", "2"), ("1", "2", "3", "4")], ids=len)
    def test_a_row_of_another_length_is_no_row(self, row: tuple[str, ...]) -> None:
        """No cell is dropped, and none made up."""
        with pytest.raises((IndexError, ValueError)):
            as_text(COLUMNS, [row])
        with pytest.raises(ValueError, match="zip"):
            as_html("", COLUMNS, [row])


class TestHtml:
    """A table to read in a notebook."""

    def test_it_is_a_table_with_headings_and_a_caption(self) -> None:
        """Each row is headed by its first cell, and amounts stand at the right."""
        expected = (
            "<table><caption>Funding</caption>"
            '<thead><tr><th scope="col">Year</th><th scope="col">Amount</th><th scope="col">Clause</th></tr></thead>'
            '<tbody><tr><th scope="row">2019/20</th><td style="text-align: right">£3,000.00</td>'
            '<td style="text-align: left">FUN-2</td></tr></tbody></table><p>Not all is known.</p>'
        )

        assert expected == as_html("Funding", COLUMNS, ROWS[:1], ["Not all is known."])

    def test_without_notes_the_table_is_all(self) -> None:
        """No empty paragraph follows."""
        assert as_html("", COLUMNS, ROWS).endswith("</tbody></table>")

    @pytest.mark.parametrize(
        ("text", "escaped"),
        [
            ("<script>", "&lt;script&gt;"),
            ("A & B", "A &amp; B"),
            ("&lt;", "&amp;lt;"),
            ('"', "&quot;"),
            ("St Helen's", "St Helen&#x27;s"),
            ("St Helen’s", "St Helen’s"),
            ("£1,000.00", "£1,000.00"),
            ("", ""),
        ],
    )
    def test_what_means_something_in_html_is_escaped(self, text: str, escaped: str) -> None:
        """The signs of HTML become harmless, once, and nothing else changes."""
        assert escaped == escape(text)

    @given(st.text())
    def test_escaping_loses_nothing(self, text: str) -> None:
        """A browser shows the text that was meant, and no sign of HTML is left bare."""
        assert not set("<>\"'") & set(escape(text))
        assert text == unescape(escape(text)) or "\r" in text or not text.isprintable()

    def test_every_text_of_a_table_is_escaped(self) -> None:
        """Caption, headings, first cells, other cells and notes alike."""
        evil = "<b onclick='x'>&\"</b>"
        html = as_html(evil, (Column(evil), Column(evil, numeric=True)), [(evil, evil)], [evil])
        reader = Reader(html)

        assert [evil] * 6 == reader.texts
        assert {"table", "caption", "thead", "tbody", "tr", "th", "td", "p"} == {tag for tag, _ in reader.tags}
        assert {"", "scope=col", "scope=row", "style=text-align: right"} == {said for _, said in reader.tags}


class TestWords:
    """What tables say in words."""

    @pytest.mark.parametrize(
        ("words", "expected"), [("travel", "Travel"), ("PD Lead enrolment", "PD Lead enrolment"), ("", "")]
    )
    def test_only_the_first_letter_is_made_large(self, words: str, expected: str) -> None:
        """Abbreviations keep their capitals."""
        assert expected == capitalised(words)

    def test_days_that_are_not_published_are_said_to_be_so(self) -> None:
        """No days at all are days, and unknown ones are not."""
        assert ["4.5 days", "12 to 37 days", "0 days", "not published"] == [
            days_said(days) for days in (Days("4.5"), DayRange(12, 37), Days(0), None)
        ]

    @pytest.mark.parametrize(
        ("days", "recorded"),
        [
            (Days("4.5"), (Decimal("4.5"), Decimal("4.5"), Decimal("4.5"))),
            (Days(0), (Decimal(0), Decimal(0), Decimal(0))),
            (DayRange(12, 37), (None, Decimal(12), Decimal(37))),
            (None, (None, None, None)),
        ],
        ids=str,
    )
    def test_days_are_recorded_with_their_bounds(
        self, days: Days | DayRange | None, recorded: tuple[Decimal | None, ...]
    ) -> None:
        """Exact days are their own bounds, a range has two, and unknown days have none."""
        row = days_recorded(days)

        assert dict(zip(("days", "days_at_least", "days_at_most"), recorded, strict=True)) == row

    def test_what_is_open_is_one_line_or_none(self) -> None:
        """Questions are told in a row; without any there is no line."""
        assert ("Still open: Which phase? How many?",) == still_open(["Which phase?", "How many?"])
        assert () == still_open([])
