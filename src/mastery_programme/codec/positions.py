"""How net positions are made of a document: each line where it belongs."""

from mastery_programme.codec.objects import Given
from mastery_programme.codec.pointers import At
from mastery_programme.codec.reports import Report, quoted
from mastery_programme.positions import NetPosition, NetYear, pays_for_release


def net_year(given: Given, at: At, report: Report) -> object:
    """A year of a net position, whose lines all pay the school for release days in that year."""
    made = NetYear(**given)
    for place, line in enumerate(made.lines):
        if line.academic_year != made.academic_year:
            where = (((at, "lines"), place), "academic_year")
            report.refuse(where, "total", f"this line is not of {made.academic_year}, the year that it stands in")
        if not pays_for_release(line):
            report.refuse(((at, "lines"), place), "total", "this line does not pay the school for release days")
    return made


def net_position(given: Given, at: At, report: Report) -> object:
    """A net position, whose years follow on one another, and whose lines are all of its edition."""
    made = NetPosition(**given)
    for place, year in enumerate(made.years):
        if place and year.academic_year <= made.years[place - 1].academic_year:
            report.refuse((((at, "years"), place), "academic_year"), "total", "the years are not in order")
        if any(line.edition != made.edition for line in year.lines):
            where = (((at, "years"), place), "lines")
            report.refuse(where, "total", f"not all of these lines are of {quoted(made.edition)}, as the position is")
    return made
