"""How mail programs and helpdesks mark what a mail quotes and how it is signed."""

from __future__ import annotations

from tonecheck.formats.styles import Style
from tonecheck.late import late
from tonecheck.message import Part

_QUOTES = frozenset(
    (
        "gmail_quote gmail_quote_container yahoo_quoted moz-cite-prefix moz-forward-container "
        "protonmail_quote tutanota_quote zmail_extra freshdesk_quote front-blockquote "
        "ms-outlook-mobile-reference-message OutlookMessageHeader mail-quote zd-quote"
    ).split()
)
_QUOTING_IDS = frozenset(["OLK_SRC_BODY_SECTION", "mail-editor-reference-message-container"])
_SIGNATURES = frozenset(
    (
        "gmail_signature moz-signature protonmail_signature_block-user front-signature "
        "tutanota_signature"
    ).split()
)
_SIGNING_IDS = frozenset(["Signature", "ms-outlook-mobile-signature", "AppleMailSignature"])
_BELOW = frozenset(["appendonsend", "divRplyFwdMsg", "stopSpelling", "zwchr"])
_FIELD = late(r"(?:From|Von|De|Da|Van|Från|Fra|Od)[ \u00a0]?:")


def part_of(name: str, classes: frozenset[str], own_id: str, kind: str, style: Style) -> Part:
    """Give what an element holds by its name, classes, id, `type` and style: body if it is own.

    A block quote is somebody else's words, unless it only indents.
    """
    own_id = own_id.removeprefix("x_")  # what Outlook puts before the ids of a mail it quotes
    classes = frozenset(one.removeprefix("x_") for one in classes)
    if classes & _QUOTES or own_id in _QUOTING_IDS or own_id.startswith("yahoo_quoted"):
        return Part.HISTORY
    if name == "blockquote" and (kind == "cite" or not style.border_none):
        return Part.HISTORY
    if classes & _SIGNATURES or own_id in _SIGNING_IDS:
        return Part.SIGNATURE
    return Part.BODY


def ends_own_words(name: str, own_id: str, marker: str) -> bool:
    """Tell whether all that follows is quoted mail: an id or `data-marker` that says so."""
    return own_id.removeprefix("x_") in _BELOW or (name == "hr" and marker == "__DIVIDER__")


def begins_header(words: str) -> bool:
    """Tell whether the first words below a rule are the head of a quoted mail, as Outlook has it.

    The rule is the upper border of the element that holds them.
    """
    return _FIELD.match(words) is not None
