"""The branches of a template, and the worlds in which it is read: each arm in at least one.

A world is the message with the other arms cut out. Its tags stay, so that all that is shown has
its place.
"""

from __future__ import annotations

from tonecheck.branches.worlds import split

__all__ = ["split"]
