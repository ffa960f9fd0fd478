"""Finds a policy's title and where its cover ends and its text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.line import Line
from knowledge.paragraphs import Style
from knowledge.particulars import facts
from knowledge.phrasing import is_sentence_lead, looks_like_heading

LONGEST_COVER_LINE = 20  # words

_DOCUMENT = re.compile(
    r"\b(?:policy|policies|procedures?|code|guidance|guidelines|agreement|handbook|strategy|plan|rules|protocol)\b",
    re.I,
)
_TITLED = re.compile(
    r"(?:(?:policy|document) (?:title|name)|title(?: of (?:the )?(?:policy|document))?|name of (?:the )?policy)"
    r"(?:\s*[:|]\s*|\s+)(?=\S)",
    re.I,
)
_ANY = re.compile(r"(?:(?:whole[- ])?school |trust |our )?polic(?:y|ies)(?: documents?| statements?)?", re.I)
_SUBTITLE = re.compile(
    r"(?:an?|this|our|the) (?:[\w-]+ ){0,3}(?:policy|procedure|guidance|code) (?:for|on|about|to)\b", re.I
)
_SCHOOL = re.compile(r"\b(?:school|academy|college|nursery|federation|trust|council|diocese)\b", re.I)
_SECTION = re.compile(
    r"(?:\W|\d)*(?:introduction|aims?|purpose|scope|background|rationale|overview|context|definitions?|objectives?|"
    r"principles|legislation|policy (?:statement|aims?|objectives?|scope|overview)|statement of intent|summary|"
    r"foreword|general|(?:what|why|who|how|about)\b.{0,30}\bthis (?:policy|document|procedure|guidance|code))\b",
    re.I,
)
_CLOSED = (".", "?", "!", ";")
_KEYED = re.compile(r"([A-Z][^:]{1,60}?)\s*:\s+\S")
UNKEYED = "Cover"  # labels a line of the cover that has no key


def end_of_cover(lines: Sequence[Line]) -> int:
    """How many lines belong to the cover: title, school, motto, dates. The heading right above the text does not."""
    end = next((place for place, line in enumerate(lines) if not _on_cover(line)), len(lines))
    if end == len(lines):
        return _leading_titles(lines)
    if end and _heads_the_text(lines, end - 1):
        end -= 1
    return end


def title(lines: Sequence[Line]) -> str:
    """As printed: the file's own, else the cover's first line that names a kind of document, else its first line."""
    cover = [line for line in lines[: end_of_cover(lines)] if not facts(line.text) and line.style is not Style.ROW]
    documents = [line.text for line in cover if _names_document(line.text)]
    named = [text for text in documents if not _KEYED.match(text)] or documents
    styled = [line.text for line in lines if line.style is Style.TITLE]
    plain = [line.text for line in cover if not (_SCHOOL.search(line.text) or _is_any(line.text))]
    ranked = [line.text for line in cover if line.rank == 1]
    own = [text for text in styled if not _SCHOOL.search(text) or _names_document(text)]
    told = [line.text[found.end() :] for line in lines[: end_of_cover(lines)] if (found := _told(line))]
    best = next(
        iter([*own, *told, *named, *ranked, *(text for text in plain if not _KEYED.match(text)), *plain, *styled]), ""
    )
    return _whole(best, [line.text for line in cover]).rstrip(":")


def key(line: Line, titled: str) -> str:
    """What a line of the cover is called: "Audience" of "Audience: all staff"; empty for a title and a heading."""
    if told := facts(line.text):
        return told[0].key
    if line.is_styled or line.text.rstrip(":") in titled:
        return ""
    if keyed := _KEYED.match(line.text):
        return keyed.group(1)
    return (
        "" if line.style is not Style.ROW and (looks_like_heading(line.text) or _SCHOOL.search(line.text)) else UNKEYED
    )


def _whole(best: str, cover: Sequence[str]) -> str:
    """A cover that sets "Mobile Phone" above "Policy" has one title in two lines."""
    place = cover.index(best) if best in cover else 0
    if place and _DOCUMENT.fullmatch(best) and not _SCHOOL.search(cover[place - 1]):
        return f"{cover[place - 1]} {best}"
    return best


def _told(line: Line) -> re.Match[str] | None:
    """ "Policy title | Staff Phones" of a table, "Title: Staff Phones" of any line."""
    found = _TITLED.match(line.text)
    return found if found and (line.style is Style.ROW or found.group().rstrip().endswith(":")) else None


def _is_any(text: str) -> bool:
    """ "Policy Document" above the title is what every policy is; "Policy" alone is the end of a title in two lines."""
    return text.casefold() != "policy" and bool(_ANY.fullmatch(text.strip(" :")))


def _names_document(text: str) -> bool:
    """ "Rules" and "Procedure" alone may head any part of a policy."""
    return (
        bool(_DOCUMENT.search(text))
        and not _is_any(text)
        and not (_is_any(text) or _SUBTITLE.match(text))
        and (len(text.split()) > 1 or text.casefold() == "policy")
    )


def _on_cover(line: Line) -> bool:
    if line.is_entry or (line.rank > 1 and not facts(line.text)):
        return False
    if line.style is Style.TITLE or facts(line.text):
        return True
    short = len(line.text.split()) <= LONGEST_COVER_LINE and not line.text.endswith(_CLOSED)
    return (
        short and not is_sentence_lead(line.text) and (not line.text.endswith(":") or bool(_DOCUMENT.search(line.text)))
    )


def _leading_titles(lines: Sequence[Line]) -> int:
    return next((place for place, line in enumerate(lines) if not _is_title(line) and not facts(line.text)), len(lines))


def _is_title(line: Line) -> bool:
    return line.style is Style.TITLE or (_names_document(line.text) and not _SECTION.match(line.text))


def _is_one_of_several(lines: Sequence[Line], place: int) -> bool:
    """Below a title, a heading like others further on, although it may speak of "this policy"."""
    titled = any(line.style is Style.TITLE for line in lines[:place])
    alike = sum(line.rank == lines[place].rank and line.style is Style.HEADING for line in lines)
    return titled and lines[place].rank > 0 and alike > 1


def _heads_the_text(lines: Sequence[Line], place: int) -> bool:
    """Whether the last line of what looks like a cover is the text's first heading."""
    line, below = lines[place], lines[place + 1]
    if facts(line.text) or line.style is Style.TITLE or not looks_like_heading(line.text):
        return False
    if _SECTION.match(line.text) or line.text.endswith(":") or _is_one_of_several(lines, place):
        return True
    if _is_title(line) or _SCHOOL.search(line.text) or (line.rank == 1 and sum(each.rank == 1 for each in lines) == 1):
        return False
    numbered_heading = bool(below.number) and looks_like_heading(below.text)
    return line.is_styled or (not numbered_heading and line.page == below.page)
