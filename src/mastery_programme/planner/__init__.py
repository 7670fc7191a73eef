"""The planner: on which dates the days of a year can be. Importing the package does not import it."""

from mastery_programme.planner.asked import FixedDate, Weekday, WeeklyPattern
from mastery_programme.planner.placing import plan
from mastery_programme.planner.plans import Plan, PlannedDay, Skipped, Why

__all__ = [
    "FixedDate",
    "Plan",
    "PlannedDay",
    "Skipped",
    "Weekday",
    "WeeklyPattern",
    "Why",
    "plan",
]
