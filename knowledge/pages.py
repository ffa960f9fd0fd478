"""Makes one running text of a paged file: no running heads, no page numbers, no contents list, no clause cut in two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from knowledge.markers import split
from knowledge.paragraphs import Paragraph, Style
from knowledge.phrasing import begins_small, is_closed

FEWEST_REPEATS = 3  # pages that show the same line at their head or foot
FEWEST_BESIDE_NUMBERS = 2  # times that it stands beside what is surely the number of a page
EDGE = 2  # lines at the head and at the foot of a page among which a running line may stand
LONGEST_RUNNING_LINE = 20  # words
LONGEST_BROKEN = 5_000  # letters of a clause that may go on after a break; the longest paragraph has a third
LONGEST_LEADER = 300  # letters at the end of a line of contents that are looked at

_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|]?\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*[-–—|]?(?:\s*page)?$|page\s+\d+\b.{0,20}$", re.I
)
_FOLIO = re.compile(r"\bpage \d+(?: of \d+)?\b|^\d+\b|\b\d+$")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){3,}\.?|_{4,})\s*\d{0,3}\s*$")
_CONTENTS = re.compile(r"(?:table of )?contents(?: page)?:?$|index:?$", re.I)
_ENDS_IN_NUMBER = re.compile(r"^(.*?\S)\s+\d{1,3}$")
_WORDS_THAT_GO_ON = re.compile(
    r"(?:,|\b(?:and|or|of|to|the|a|an|in|for|with|by|on|at|from|that|which|their|its))$", re.I
)


def running_text(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of the text proper, in order, each whole. A healed one keeps the page on which it begins."""
    return _healed(_without_contents(_without_furniture([p for p in paragraphs if p.text.strip() or p.marker])))


def _without_furniture(paragraphs: list[Paragraph]) -> list[Paragraph]:
    running = _running_lines(paragraphs)
    return [p for p in paragraphs if not _is_page_number(p) and not (_mask(p.text) in running and _short(p))]


def _is_page_number(paragraph: Paragraph) -> bool:
    return not paragraph.marker and bool(_PAGE_NUMBER.match(paragraph.text.strip()))


def _short(paragraph: Paragraph) -> bool:
    return len(paragraph.text.split()) <= LONGEST_RUNNING_LINE


def _mask(text: str) -> str:
    """The same for "Page 3 of 9" as for "Page 4 of 9"; a number inside a sentence counts."""
    return _FOLIO.sub("#", " ".join(text.split()).casefold())


def _running_lines(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Lines that stand at the edge of several pages; in a file without pages, beside several page numbers."""
    paged = any(p.page for p in paragraphs)
    edges = _page_edges(paragraphs) if paged else _beside_page_numbers(paragraphs)
    fewest = FEWEST_REPEATS if paged or not _all_dressed(paragraphs) else FEWEST_BESIDE_NUMBERS
    return frozenset(line for line, times in Counter(edges).items() if times >= fewest and line[-1] != ":")


def _all_dressed(paragraphs: Sequence[Paragraph]) -> bool:
    """The page numbers say so: "- 3 -", "Page 3". A bare 3 may be anything."""
    return not any(p.text.strip().isdigit() for p in paragraphs)


def _page_edges(paragraphs: Sequence[Paragraph]) -> list[str]:
    sheets = [list(sheet) for _, sheet in groupby(paragraphs, key=lambda p: p.page)]
    return [line for sheet in sheets for line in {_mask(p.text) for p in (*sheet[:EDGE], *sheet[-EDGE:]) if _short(p)}]


def _beside_page_numbers(paragraphs: Sequence[Paragraph]) -> list[str]:
    numbers = [place for place, p in enumerate(paragraphs) if _is_page_number(p)]
    beside = sorted({place + step for place in numbers for step in (-1, 1)} - set(numbers))
    return [
        _mask(paragraphs[place].text) for place in beside if 0 <= place < len(paragraphs) and _short(paragraphs[place])
    ]


def _without_contents(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Drops lines with leaders and a page number, and what stands below "Contents" and comes again later."""
    entries = [_entry(paragraph) for paragraph in paragraphs]
    later = Counter(entries)
    kept: list[Paragraph] = []
    listing = False
    for paragraph, entry in zip(paragraphs, entries, strict=True):
        later[entry] -= 1
        if _CONTENTS.match(paragraph.text.strip()):
            listing = True
        elif _leads_to_a_page(paragraph.text):
            continue
        elif not (listing and (later[entry] > 0 or (_short(paragraph) and _ENDS_IN_NUMBER.match(paragraph.text)))):
            listing = False
            kept.append(paragraph)
    return kept


def _leads_to_a_page(text: str) -> bool:
    """A line of contents ends in its page; "Signed ........" is to be filled in."""
    end = text[-LONGEST_LEADER:]
    return bool(_LEADERS.search(end) and re.search(r"\d\s*$", end) and re.search(r"[^\W_]", text))


def _entry(paragraph: Paragraph) -> str:
    text = paragraph.text.strip()
    numbered = _ENDS_IN_NUMBER.match(text)
    return split(numbered.group(1) if numbered else text)[1].strip(" .:").casefold()


def _healed(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Joins a clause that broke off in mid-sentence with the unmarked paragraph that goes on with it."""
    healed: list[Paragraph] = []
    listing = False  # below "Staff must:" or a heading, lines that begin small are entries, not continuations
    for paragraph in paragraphs:
        above = healed[-1] if healed else None
        small = paragraph.text[:1].islower() and _unmarked(paragraph)
        listing = small and (listing or above is None or above.text.endswith(":") or _is_heading(above))
        if above and not listing and _goes_on(above, paragraph):
            healed[-1] = replace(above, text=f"{above.text} {paragraph.text}")
        else:
            healed.append(paragraph)
    return healed


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.style in {Style.HEADING, Style.TITLE}


def _unmarked(paragraph: Paragraph) -> bool:
    return not paragraph.marker and not split(paragraph.text)[0] and paragraph.style is Style.BODY


def _goes_on(above: Paragraph, paragraph: Paragraph) -> bool:
    if above.style is not Style.BODY or len(above.text) > LONGEST_BROKEN:
        return False
    if is_closed(above.text) or above.text.endswith(":") or (paragraph.page or 0) - (above.page or 0) > 1:
        return False  # a page between them could not be read
    if not _unmarked(paragraph):
        return False
    if paragraph.text[:1].islower():
        return begins_small(paragraph.text)
    return above.page != paragraph.page and bool(_WORDS_THAT_GO_ON.search(above.text))
