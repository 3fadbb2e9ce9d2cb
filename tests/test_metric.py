from __future__ import annotations

import textstat
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.checks import metric

WORDS = st.sampled_from(
    "a the we refunded you on Monday and it's a self-service portal, e.g. 4.5 stars! (really?) "
    "notwithstanding reimbursement — & 12:30 p.m. don't café naïve ok. yes! why? "
    "internationalised".split(" ")
)
FORMULAS = {
    "ari": textstat.automated_readability_index,
    "coleman-liau": textstat.coleman_liau_index,
    "lix": textstat.lix,
}


@settings(max_examples=500, deadline=None)
@given(st.lists(WORDS, min_size=30, max_size=120).map(" ".join))
def test_the_quick_figure_is_never_below_textstats(text: str) -> None:
    for name, formula in FORMULAS.items():
        assert metric._highest(name, text) >= formula(text)
