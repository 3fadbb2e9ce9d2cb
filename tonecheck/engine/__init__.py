"""Messages in, findings out: each distinct sentence once, and no deeper than rules need."""

from __future__ import annotations

from tonecheck.engine.around import answered, prepare
from tonecheck.engine.judging import Engine, left_out
from tonecheck.engine.ruleset import Job, Ruleset

__all__ = ["Engine", "Job", "Ruleset", "answered", "left_out", "prepare"]
