"""Finds the letters that the bytes of a web page stand for."""

from __future__ import annotations

import codecs
import re

from adapters.formats import Unreadable

SEARCHED = 4096  # bytes from the beginning: browsers look no further for the page's own word

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NAMED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.I)
# Only what pages are written in: some of Python's codecs take a minute for a megabyte.
_KNOWN = re.compile(r"utf-?8|iso-?8859-(?:[2-9]|1[0-6])|windows-?125[0-8]|cp-?125[0-8]|koi8-[ru]", re.I)


def decoded(data: bytes) -> str:
    """By its byte order mark, else by what the page says, else as UTF-8, else as Windows writes in Britain."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, errors="replace")
    if b"\0" in data:
        raise Unreadable("The file is not a web page, whatever its name says. Please send a Word, PDF or text file.")
    for codec in (*_own(data), "utf-8"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")


def _own(data: bytes) -> list[str]:
    named = _NAMED.search(data[:SEARCHED])
    name = named.group(1).decode("ascii", errors="replace") if named else ""
    return [re.sub(r"(?i)^(?:windows|cp)-?", "cp", name)] if _KNOWN.fullmatch(name) else []
