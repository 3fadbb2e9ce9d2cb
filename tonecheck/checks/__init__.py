"""Kinds of check. A rule file picks one by name, under `check: {kind: …}`."""

from __future__ import annotations

from tonecheck.checks.absent import Absent
from tonecheck.checks.asks_for_known import AsksForKnown
from tonecheck.checks.base import NO_CUSTOMER_MESSAGE, Check, Cited, Found, Stage, slot
from tonecheck.checks.card_number import CardNumber
from tonecheck.checks.count import Count
from tonecheck.checks.dangling import Dangling
from tonecheck.checks.date import DateCheck
from tonecheck.checks.greeting_clock import GreetingClock
from tonecheck.checks.identity_number import IdentityNumber
from tonecheck.checks.late import Late
from tonecheck.checks.match import Match
from tonecheck.checks.metric import Metric
from tonecheck.checks.name_mismatch import NameMismatch
from tonecheck.checks.name_unused import NameUnused
from tonecheck.checks.overdue import Overdue
from tonecheck.checks.placeholder import Placeholder
from tonecheck.checks.promised import Promised
from tonecheck.checks.repeated import Repeated
from tonecheck.checks.said import SaidCheck
from tonecheck.checks.sequence import Sequence
from tonecheck.checks.share import Share
from tonecheck.checks.unanswered_question import UnansweredQuestion
from tonecheck.checks.unechoed import Unechoed
from tonecheck.checks.weighed import Weighed
from tonecheck.checks.wrong_entity import WrongEntity

AnyCheck = (
    Absent
    | AsksForKnown
    | CardNumber
    | Count
    | Dangling
    | DateCheck
    | GreetingClock
    | IdentityNumber
    | Late
    | Match
    | Metric
    | NameMismatch
    | NameUnused
    | Overdue
    | Placeholder
    | Promised
    | Repeated
    | SaidCheck
    | Sequence
    | Share
    | UnansweredQuestion
    | Unechoed
    | Weighed
    | WrongEntity
)

__all__ = [
    "NO_CUSTOMER_MESSAGE",
    "Absent",
    "AnyCheck",
    "AsksForKnown",
    "CardNumber",
    "Check",
    "Cited",
    "Count",
    "Dangling",
    "DateCheck",
    "Found",
    "GreetingClock",
    "IdentityNumber",
    "Late",
    "Match",
    "Metric",
    "NameMismatch",
    "NameUnused",
    "Overdue",
    "Placeholder",
    "Promised",
    "Repeated",
    "SaidCheck",
    "Sequence",
    "Share",
    "Stage",
    "UnansweredQuestion",
    "Unechoed",
    "Weighed",
    "WrongEntity",
    "slot",
]
