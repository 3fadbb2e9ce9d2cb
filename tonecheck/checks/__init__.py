"""Kinds of check. A rule file picks one by name, under `check: {kind: …}`."""

from __future__ import annotations

from tonecheck.checks.absent import Absent
from tonecheck.checks.base import Check, Found, Stage, slot
from tonecheck.checks.card_number import CardNumber
from tonecheck.checks.count import Count
from tonecheck.checks.dangling import Dangling
from tonecheck.checks.date import DateCheck
from tonecheck.checks.identity_number import IdentityNumber
from tonecheck.checks.late import Late
from tonecheck.checks.match import Match
from tonecheck.checks.metric import Metric
from tonecheck.checks.placeholder import Placeholder
from tonecheck.checks.said import SaidCheck
from tonecheck.checks.sequence import Sequence
from tonecheck.checks.share import Share

AnyCheck = (
    Absent
    | CardNumber
    | Count
    | Dangling
    | DateCheck
    | IdentityNumber
    | Late
    | Match
    | Metric
    | Placeholder
    | SaidCheck
    | Sequence
    | Share
)

__all__ = [
    "Absent",
    "AnyCheck",
    "CardNumber",
    "Check",
    "Count",
    "Dangling",
    "DateCheck",
    "Found",
    "IdentityNumber",
    "Late",
    "Match",
    "Metric",
    "Placeholder",
    "SaidCheck",
    "Sequence",
    "Share",
    "Stage",
    "slot",
]
