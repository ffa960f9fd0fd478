"""What each tag of a web page means for its text."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
LISTS = frozenset({"ol", "ul", "menu", "dir"})
CELLS = frozenset({"td", "th"})
DEFINED = frozenset({"dl", "dt", "dd"})
TABLES = frozenset({"table", "tr", *CELLS})
# Text before and after one of these stands on lines of its own.
BLOCKS = (
    frozenset(
        "html body main article section aside header footer nav div p dl dt dd li table caption thead tbody tfoot tr"
        " blockquote pre figure figcaption hr address fieldset legend details summary form center dialog hgroup"
        " search".split()
    )
    | HEADINGS.keys()
    | LISTS
    | CELLS
)
# Tags without an end.
EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# What no reader sees, or sees as a knob and not as words; and text that the policy has struck out.
UNSEEN = frozenset(
    "head script style template noscript textarea xmp iframe noembed noframes object svg math canvas audio video button"
    " select datalist dialog del s strike rp".split()
)
# What belongs to the site, wherever it stands, and what does so only outside the text itself.
SITE = frozenset({"nav", "search"})
SITE_OUTSIDE_TEXT = frozenset({"header", "footer", "aside"})
SITE_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "menu", "menubar"})
SITE_ROLES_OUTSIDE_TEXT = frozenset({"banner", "contentinfo", "complementary"})
PARTS = ("main", "article")  # that hold the text itself, the likelier first
BOLD = frozenset({"b", "strong"})

# A start tag that ends the one that is open: the names that it ends, and those beyond which it does not look.
_ROW = frozenset({"tr", *CELLS, "p"})
_Ends = tuple[frozenset[str], frozenset[str]]
ENDS: dict[str, _Ends] = {
    "li": (frozenset({"li", "p"}), LISTS),
    "dt": (frozenset({"dt", "dd", "p"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd", "p"}), frozenset({"dl"})),
    "td": (CELLS | {"p"}, frozenset({"tr", "table"})),
    "th": (CELLS | {"p"}, frozenset({"tr", "table"})),
    "tr": (_ROW, frozenset({"table"})),
    "thead": (_ROW | {"caption", "thead", "tbody", "tfoot"}, frozenset({"table"})),
    "tbody": (_ROW | {"caption", "thead", "tbody", "tfoot"}, frozenset({"table"})),
    "tfoot": (_ROW | {"caption", "thead", "tbody", "tfoot"}, frozenset({"table"})),
}
_PARAGRAPH = (frozenset({"p"}), BLOCKS - {"p"})
_HEADING = (frozenset({"p", *HEADINGS}), BLOCKS - {"p", *HEADINGS})
ENDS = dict.fromkeys(BLOCKS, _PARAGRAPH) | dict.fromkeys(HEADINGS, _HEADING) | ENDS

_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def is_unseen(name: str, attributes: Mapping[str, str], in_text: bool) -> bool:
    """`in_text`: within the page's main text, whose own head and foot are part of it."""
    role = attributes.get("role", "").lower()
    return (
        name in UNSEEN
        or name in SITE
        or role in SITE_ROLES
        or (not in_text and (name in SITE_OUTSIDE_TEXT or role in SITE_ROLES_OUTSIDE_TEXT))
        or "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(_UNSEEN_STYLE.search(attributes.get("style", "")))
    )
