"""Names of days, months and small numbers, of which one may be told for another."""

from __future__ import annotations

NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
MONTHS = (
    "january february march april may june july august september october november december"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
MONTH = f"(?:{'|'.join(MONTHS)})"
CAPITALISED_MONTH = "|".join(map(str.capitalize, MONTHS))
"""A month as a regular expression that takes no “may” or “march” for one."""
