"""Kinds of check. A rule file picks one by name, under `check: {kind: …}`."""

from __future__ import annotations

from tonecheck.checks.absent import Absent
from tonecheck.checks.base import Check, Found, Stage, slot
from tonecheck.checks.card_number import CardNumber
from tonecheck.checks.count import Count
from tonecheck.checks.match import Match
from tonecheck.checks.metric import Metric
from tonecheck.checks.placeholder import Placeholder
from tonecheck.checks.said import SaidCheck
from tonecheck.checks.sequence import Sequence

AnyCheck = Absent | CardNumber | Count | Match | Metric | Placeholder | SaidCheck | Sequence

__all__ = [
    "Absent",
    "AnyCheck",
    "CardNumber",
    "Check",
    "Count",
    "Found",
    "Match",
    "Metric",
    "Placeholder",
    "SaidCheck",
    "Sequence",
    "Stage",
    "slot",
]
