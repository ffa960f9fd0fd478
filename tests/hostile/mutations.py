"""Spoils files by chance, in all the ways that files are spoiled: each the same again for the same number."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

from tests.adapters.word_files import zipped
from tests.hostile.seeds import seeds

Chance = random.Random
Change = Callable[[bytes, Chance], bytes]

LARGEST = 400_000  # bytes of what a mutation makes of a seed, but for the bombs
PIECES = (
    b"\0", b"\0\0\0\0", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xc0\x80",
    "\u202e".encode(), "\u2066".encode(), "\u200b".encode(), "\ufffe".encode(), "\uf0b7".encode(), b"\x0c", b"\x1a",
    b"\r", b"\x85", b"\x1b[2J", b"%s%n%x", b"{0.__class__}", b"';--", b"<!--", b"-->", b"]]>", b"<![CDATA[", b"&#0;",
    b"&#xD800;", b"&#x110000;", b"&lt;", b"<p>", b"</p>", b"<table>", b"<li>", b"<w:p>", b"</w:p>", b"<w:t>", b"(((",
    b"|||", b"***", b"___", b"- - - ", b"1.1.1.1.1.1.1 ", b"(iiiiiiii) ", b"Section ", b"99999999999999999999. ",
    b"Approved: ", b"Review: 31/02/2020", b"Date: 99/99/9999", b"stream\n", b"endstream", b"endobj", b" 0 R", b"<<",
    b">>", b"[", b"/Length 99999999999", b"/Filter/FlateDecode", b"startxref\n-1", "٣.٤ ".encode(), "①".encode(),
)  # fmt: skip
HUGE = (b"0", b"-1", b"2147483648", b"18446744073709551616", b"9" * 400, b"1e309", b"0.0000001", b"-0", b"NaN")
NESTED = {
    ".html": ("<div>", "<table><tr><td>", "<ul><li>", "<b>", "<span hidden>", "<blockquote>", "<p>", "<ol start=7>"),
    ".docx": ("<w:tbl><w:tr><w:tc>", "<w:sdt><w:sdtContent>", "<w:ins>", "<w:p><w:r>", "<w:smartTag>"),
    ".md": ("> ", "- ", "  ", "(", "**", "| ", "# ", "1. "),
    ".txt": ("(a) ", "  - ", "\t", "((", "1.", "• o "),
    ".pdf": ("[", "<<", "<</K ", "(", "q ", "BT ", "5 0 obj "),
}


def flipped(data: bytes, chance: Chance) -> bytes:
    spoiled = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 100))):
        if spoiled:
            spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def cut_short(data: bytes, chance: Chance) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def with_a_hole(data: bytes, chance: Chance) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def said_twice(data: bytes, chance: Chance) -> bytes:
    start, end = _span(data, chance)
    times = max(1, min(chance.choice((2, 10, 1_000)), LARGEST // max(1, end - start)))
    return data[:start] + data[start:end] * times + data[end:]


def shuffled(data: bytes, chance: Chance) -> bytes:
    a, b = sorted((_span(data, chance), _span(data, chance)))
    b = (max(a[1], b[0]), max(a[1], b[1]))
    return data[: a[0]] + data[b[0] : b[1]] + data[a[1] : b[0]] + data[a[0] : a[1]] + data[b[1] :]


def spliced(data: bytes, chance: Chance) -> bytes:
    other = chance.choice(chance.choice(list(seeds().values())))
    start, end = _span(other, chance)
    place = chance.randrange(len(data) + 1)
    return data[:place] + other[start:end] + data[place:]


def sown(data: bytes, chance: Chance) -> bytes:
    """Pieces that mean something to some reader, put in by chance."""
    for _ in range(chance.choice((1, 5, 30))):
        place = chance.randrange(len(data) + 1)
        data = data[:place] + chance.choice(PIECES) * chance.choice((1, 1, 20)) + data[place:]
    return data


def with_huge_numbers(data: bytes, chance: Chance) -> bytes:
    share = chance.choice((0.02, 0.3, 1.0))
    return re.sub(rb"\d+", lambda found: chance.choice(HUGE) if chance.random() < share else found[0], data)


def with_another_head(data: bytes, chance: Chance) -> bytes:
    heads = (
        b"PK\x03\x04",
        b"%PDF-1.7\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"<html>",
        b"\x89PNG\r\n",
        b"{\\rtf1 ",
        b"",
    )
    return chance.choice(heads) + data[chance.choice((0, 4, 8)) :]


def re_encoded(data: bytes, chance: Chance) -> bytes:
    codec = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp500", "utf-7", "shift_jis", "utf-8-sig"))
    return data.decode("utf-8", errors="replace").encode(codec, errors="replace")


def _span(data: bytes, chance: Chance) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 8, 64, 1_000, 20_000)))


def nested(kind: str, chance: Chance) -> bytes:
    """Up to ten thousand levels, in the middle of an honest file."""
    data, depth = chance.choice(seeds()[kind]), chance.choice((50, 300, 10_000))
    deep = chance.choice(NESTED[kind]).encode() * depth
    if kind == ".docx":
        return in_a_part(data, chance, lambda part, _: _amid(part, deep, chance))
    return _amid(data, deep, chance)


def _amid(data: bytes, piece: bytes, chance: Chance) -> bytes:
    places = [found.end() for found in re.finditer(rb"[>\n]", data)] or [0]
    place = chance.choice(places)
    return data[:place] + piece + data[place:]


def in_a_part(data: bytes, chance: Chance, change: Change) -> bytes:
    """Changes one part of a Word file and packs it again, so that the change is met behind the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    read = [name for name in parts if name.endswith((".xml", ".rels"))]
    name = chance.choice([*read, "word/document.xml", "word/document.xml", "word/numbering.xml"])
    part = parts.get(name, b"<w:numbering/>")
    assert isinstance(part, bytes)
    return zipped({**parts, name: change(part, chance)})


def in_a_stream(data: bytes, chance: Chance, change: Change) -> bytes:
    """Changes what is packed inside a PDF."""

    def changed(found: re.Match[bytes]) -> bytes:
        try:
            inside = zlib.decompress(found[1])
        except zlib.error:
            return b"stream\n" + change(found[1], chance) + b"\nendstream"
        return b"stream\n" + zlib.compress(change(inside, chance)) + b"\nendstream"

    return re.sub(rb"stream\r?\n(.*?)\r?\nendstream", changed, data, flags=re.S)


CHANGES: tuple[Change, ...] = (
    flipped, cut_short, with_a_hole, said_twice, shuffled, spliced, sown, with_huge_numbers, with_another_head,
    re_encoded,
)  # fmt: skip


def spoiled(kind: str, number: int) -> bytes:
    """The spoiled file of this kind with this number."""
    chance = random.Random(f"{kind} {number}")  # noqa: S311 - to be the same again, no secret
    if chance.random() < 0.1:
        return nested(kind, chance)
    data = chance.choice(seeds()[kind])
    inside = {".docx": in_a_part, ".pdf": in_a_stream}.get(kind)
    for _ in range(chance.choice((1, 1, 2, 4))):
        change = chance.choice(CHANGES)
        packed = inside is not None and chance.random() < 0.7
        try:
            data = inside(data, chance, change) if packed and inside else change(data, chance)
        except (zipfile.BadZipFile, KeyError, ValueError, EOFError, OSError, zlib.error, RuntimeError):
            data = change(data, chance)  # no longer an archive
    return data
