"""Reads a policy file, keeps it as a version, and says what was understood."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.formats import Unreadable
from adapters.formats.unseen import shown
from adapters.stores.shelf import StoredShelf
from knowledge.edition import policy as made_of
from knowledge.paragraphs import Paragraph, Style
from knowledge.policy import Kind, Policy

LARGEST = 20_000_000  # bytes: a policy of a thousand pages is a twentieth of it
MOST_PARAGRAPHS = 10_000  # about 350 pages
MOST_LETTERS = 700_000  # more took over two seconds, made to be slow

Reader = Callable[[bytes], tuple[Paragraph, ...]]


def _text(content: bytes) -> tuple[Paragraph, ...]:
    from adapters.formats import text

    return text.read(content)


def _word(content: bytes) -> tuple[Paragraph, ...]:
    from adapters.formats import quotes, word

    return quotes.typed(word.read(content))


def _pdf(content: bytes) -> tuple[Paragraph, ...]:
    from adapters.formats import pdf, quotes

    return quotes.typed(pdf.read(content))


def _html(content: bytes) -> tuple[Paragraph, ...]:
    from adapters.formats import html

    return html.read(content)


# The reader of each kind of file, by the end of its name; each is imported when it is first needed.
READERS: Mapping[str, Reader] = {
    **dict.fromkeys((".txt", ".md", ".markdown", ".text"), _text),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm", ".doc"), _word),
    ".pdf": _pdf,
    **dict.fromkeys((".html", ".htm", ".xhtml"), _html),
}
# A file that begins like this is of this kind, whatever its name says.
SIGNS = ((b"PK\x03\x04", ".docx"), (b"\xd0\xcf\x11\xe0", ".doc"), (b"%PDF-", ".pdf"))
LATER = {".odt": "OpenDocument"}


@dataclass(frozen=True)
class Taken:
    """What was understood of one file. `new` is False where these very bytes are in force already."""

    policy: Policy
    new: bool
    warnings: tuple[str, ...]


def read(file: Path, id: str = "", title: str = "") -> Policy:
    """Raises Unreadable, whose sentence names the file."""
    return _read(file, id, title)[0]


def _read(file: Path, id: str, title: str) -> tuple[Policy, list[int]]:
    """The policy, and the pages whose words are a picture."""
    content = _content(file)
    try:
        everything = reader(file.suffix, content)(content)
        paragraphs = shown(everything)
        if len(paragraphs) > MOST_PARAGRAPHS or sum(len(each.text) for each in paragraphs) > MOST_LETTERS:
            raise Unreadable("It is as long as several books. Save the policy alone and try again.")
    except Unreadable as why:
        raise Unreadable(f"{file}: {why}") from None
    digest = hashlib.sha256(content).hexdigest()
    found = made_of(id or slug(file.stem), paragraphs, digest, title or None)
    if not found.clauses:
        raise Unreadable(f"{file}: no clause was found in it. Check that it holds the policy's text.")
    return found, [each.page for each in everything if each.style is Style.PICTURE and each.page]


def reader(suffix: str, content: bytes) -> Reader:
    """Chosen by what the file begins with, else by its name."""
    signed = next((kind for sign, kind in SIGNS if content.startswith(sign)), suffix.casefold())
    return READERS.get(signed) or READERS[suffix.casefold()]


def take(shelf: StoredShelf, school: str, file: Path, id: str = "", title: str = "") -> Taken:
    """Without an id, a file with the title of a policy that is there already is a version of that one."""
    found, pictures = _read(file, id, title)
    if not id:
        known = {policy.title.casefold(): policy.id for policy in shelf.current(school)}
        same = known.get(found.title.casefold(), slug(found.title) or found.id)
        found = Policy(same, found.title, found.version, found.clauses, found.link)
    return Taken(found, shelf.put(school, found), (*_unread(pictures), *_warnings(found)))


def slug(text: str) -> str:
    """ "Social Media Policy" as an id: "social-media-policy"."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:60]


def _content(file: Path) -> bytes:
    kind = file.suffix.casefold()
    if file.is_dir():
        raise Unreadable(f"{file}: this is a directory. Name the files in it, such as {file / '*.docx'}")
    if kind not in READERS:
        what = f"{LATER[kind]} files can't be read yet" if kind in LATER else "this kind of file can't be read"
        raise Unreadable(f"{file}: {what}. Save it as Word (.docx) or text (.txt) and try again.")
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as fault:
        raise Unreadable(
            f"{file}: {(fault.strerror or 'it cannot be opened').lower()}. Check the name, and your rights to it."
        ) from None
    if len(content) > LARGEST:
        raise Unreadable(
            f"{file}: it is larger than {LARGEST // 1_000_000} MB, too large for a policy. Is it the right file?"
        )
    return content


def _unread(pages: Sequence[int]) -> list[str]:
    if not pages:
        return []
    named = (
        f"pages {', '.join(map(str, pages[:-1]))} and {pages[-1]} show" if len(pages) > 1 else f"page {pages[0]} shows"
    )
    return [f"{named} a picture and no words, so nothing there can be found. Send the file that it was printed from"]


def _warnings(policy: Policy) -> list[str]:
    checks = (
        (not policy.version.dated, "no date was found, so citations show none"),
        (policy.version.review is None, "no next review date was found"),
        (
            not any(clause.number for clause in policy.clauses),
            "it prints no clause numbers, so clauses are cited by heading and paragraph",
        ),
        (not any(clause.kind is Kind.CLAUSE for clause in policy.clauses), "it is nothing but lists"),
    )
    return [warning for fails, warning in checks if fails]
