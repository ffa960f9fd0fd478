"""Opens a Word file: a zip archive of XML parts, of which three are read."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from adapters.formats import Unreadable
from adapters.formats.word.tree import BROKEN, parsed

MOST_ENTRIES = 5_000
LARGEST_PART = 20 * 1024 * 1024  # bytes, unpacked
LARGEST_WHOLE = 50 * 1024 * 1024  # bytes, unpacked
TIGHTEST = 300  # times smaller packed than unpacked: XML packs to a tenth or a thirtieth
TIGHT_FROM = 4 * 1024 * 1024  # bytes: a small part may pack as tightly as it likes
MOST_ELEMENTS = {"document": 250_000, "styles": 60_000, "numbering": 150_000}
MOST_LINKS = 5_000

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMB = "The Word file unpacks to far more than a policy needs. Please save the policy alone, without pictures."
_LOCKED = "The file is locked with a password. Please take the password off in Word and save it again."
_OLD = "This is an old Word file (.doc). Please open it in Word, save it as .docx and send that."
_MACROS = "The Word file holds macros (small programs), so it was not opened. Please save it as .docx without macros."
_NO_POLICY = "This file has the form of a Word file but holds no Word document. Please check that it is the right file."
_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
# What other files begin with, and what to call them.
_LOOKS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a Rich Text file"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
    (b"\x89png", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


@dataclass(frozen=True)
class Package:
    document: Element
    styles: Element | None
    numbering: Element | None


def opened(data: bytes) -> Package:
    """Raises Unreadable for whatever is no honest .docx."""
    _check_kind(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _package(archive)
    except Unreadable:  # a ValueError too
        raise
    except _FAULTS:
        raise Unreadable(BROKEN) from None


def _check_kind(data: bytes) -> None:
    if not data.strip():
        raise Unreadable("The file is empty. Please check that it is the right file.")
    if data.startswith(OLE):
        raise Unreadable(_LOCKED if "EncryptedPackage".encode("utf-16-le") in data else _OLD)
    if not data.startswith(b"PK"):
        looks = next((name for start, name in _LOOKS if data.lstrip().lower().startswith(start.lower())), "")
        what = f"it looks like {looks}. Please rename it, or" if looks else "please"
        raise Unreadable(f"This is no Word file, whatever its name says: {what} send the policy as it was written.")
    if data.count(b"PK\x01\x02") > MOST_ENTRIES:
        raise Unreadable(_BOMB)


def _package(archive: zipfile.ZipFile) -> Package:
    entries = {_plain(info.filename): info for info in archive.infolist()}
    _check_entries(entries)
    main = _main_part(archive, entries)
    links = _links(archive, entries, _rels_of(main))
    return Package(
        _part(archive, entries[main], MOST_ELEMENTS["document"]),
        *(_linked(archive, entries, links, kind) for kind in ("styles", "numbering")),
    )


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _check_entries(entries: dict[str, zipfile.ZipInfo]) -> None:
    infos = entries.values()
    if any(info.flag_bits & 0x1 for info in infos):
        raise Unreadable(_LOCKED)
    if sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise Unreadable(_BOMB)
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in entries):
        raise Unreadable(_MACROS)


def _main_part(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> str:
    links = _links(archive, entries, "_rels/.rels")
    main = links.get("officeDocument", "word/document.xml")
    if main not in entries or "[content_types].xml" not in entries:
        raise Unreadable(_NO_POLICY)
    types = _part(archive, entries["[content_types].xml"], MOST_LINKS)
    declared = {_plain(each.get("PartName", "")): each.get("ContentType", "") for each in types}
    if any("macroenabled" in kind.lower() for kind in declared.values()):
        raise Unreadable(_MACROS)
    if not declared.get(main, "wordprocessingml").count("wordprocessingml"):
        raise Unreadable(_NO_POLICY)
    return main


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _links(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], rels: str) -> dict[str, str]:
    """The part that each kind of relationship leads to: the first of its kind."""
    if rels not in entries:
        return {}
    folder = posixpath.dirname(posixpath.dirname(rels))
    found: dict[str, str] = {}
    for link in _inside(_part(archive, entries[rels], MOST_LINKS)):
        target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "").replace("\\", "/")))
        found.setdefault(link.get("Type", "").rpartition("/")[2], _plain(target))
    return found


def _inside(links: Element) -> Iterable[Element]:
    return (link for link in links if link.get("TargetMode") != "External")


def _linked(
    archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], links: dict[str, str], kind: str
) -> Element | None:
    part = links.get(kind, f"word/{kind}.xml")
    return _part(archive, entries[part], MOST_ELEMENTS[kind]) if part in entries else None


def _part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> Element:
    """A part is unpacked no further than the limit, whatever the archive says of its size."""
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Unreadable(BROKEN)
    with archive.open(info) as packed:
        data = packed.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART or len(data) > max(TIGHT_FROM, TIGHTEST * info.compress_size):
        raise Unreadable(_BOMB)
    return parsed(data, most)
