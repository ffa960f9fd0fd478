"""Takes the pieces of text from each page of a PDF; this file and drawn.py alone know pdfium."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from adapters.formats import Unreadable
from adapters.formats.pdfium.bullets import with_bullets
from adapters.formats.pdfium.drawn import Cells, dots, rules, shapes, walls
from adapters.formats.pdfium.limits import (
    FEWEST_LETTERS,
    FEWEST_ON_A_PAGE,
    MOST_LETTERS,
    MOST_LETTERS_IN_ALL,
    MOST_PAGES,
)
from adapters.formats.pdfium.pen import Box, Face, Pen, turned
from adapters.formats.pdfium.pieces import Piece, Sheet

LARGE = 0.25  # of a page: a picture so large may be the scan of one
MANY = 100  # drawings: so many on a page without letters may be its letters

_BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")
_BOLD_WEIGHT = 600
_FORCED_BOLD = 1 << 18
_SPACES = frozenset({0x20, 0xA0, 0x09})
_LINE_ENDS = frozenset({0x0A, 0x0D})


def sheets(data: bytes) -> Iterator[Sheet]:
    """Every page in order. Raises Unreadable, at the latest after the last page."""
    file = _opened(data)
    pages = len(file)
    if not 0 < pages <= MOST_PAGES:
        many = f"more than {MOST_PAGES:,} pages. Please save the policy alone and send that."
        raise Unreadable(f"The PDF has {many if pages else 'no pages. Please check that it is the right file.'}")
    letters: list[int] = []
    for place in range(pages):
        try:
            sheet = _sheet(file[place], place + 1)
        except pdfium.PdfiumError:
            raise Unreadable("A page of the PDF is damaged. Please save the policy as a PDF again.") from None
        letters.append(sum(c.isalnum() for piece in sheet.pieces for c in piece.text))
        if sum(letters) > MOST_LETTERS_IN_ALL:
            raise Unreadable("The PDF holds more than a policy can. Please save the policy alone and send that.")
        yield sheet
    if sum(letters) < FEWEST_LETTERS or letters.count(0) > pages / 2:
        raise Unreadable(
            "The PDF holds pictures of pages, not words. Please send the file that it was printed from, or have the"
            " text of the scan recognised first."
        )


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if fault.err_code == raw.FPDF_ERR_PASSWORD:
            raise Unreadable("The PDF is locked with a password. Please save it without one and try again.") from None
        raise Unreadable("The PDF is damaged and cannot be opened. Please save the policy as a PDF again.") from None


def _sheet(page: pdfium.PdfPage, number: int) -> Sheet:
    text = page.get_textpage()
    drawn = shapes(page)
    found = list(_pieces(text, Cells(walls(drawn))))
    angle = _main_angle(found)
    corners = [turned(x, y, angle) for x in page.get_bbox()[::2] for y in page.get_bbox()[1::2]]
    left, bottom = (min(axis) for axis in zip(*corners, strict=True))
    right, top = (max(axis) for axis in zip(*corners, strict=True))
    shown = [
        piece.moved(-left, -bottom)
        for each, piece in found
        if each == angle and left <= (piece.left + piece.right) / 2 <= right and bottom <= piece.base <= top
    ]
    drawn = [] if angle else [each.moved(-left, -bottom) for each in drawn]
    few = sum(c.isalnum() for piece in shown for c in piece.text) < FEWEST_ON_A_PAGE
    pictured = few and _is_picture(page, (right - left) * (top - bottom))
    text.close()
    page.close()
    return Sheet(
        number,
        right - left,
        top - bottom,
        with_bullets(shown, dots(drawn)),
        tuple(rules(drawn)),
        tuple(walls(drawn)),
        pictured,
    )


def _is_picture(page: pdfium.PdfPage, area: float) -> bool:
    count = raw.FPDFPage_CountObjects(page)
    return count >= MANY or any(
        raw.FPDFPageObj_GetType(each) in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM} and _area(each) >= LARGE * area
        for each in (raw.FPDFPage_GetObject(page, place) for place in range(count))
    )


def _area(drawn: object) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return (right.value - left.value) * (top.value - bottom.value)


def _main_angle(found: list[tuple[int, Piece]]) -> int:
    """How most of the page's text runs; the rest is a watermark or a note in the margin."""
    angles: Counter[int] = Counter()
    for angle, piece in found:
        angles[angle] += len(piece.text)
    return angles.most_common(1)[0][0] if angles else 0


def _pieces(text: pdfium.PdfTextPage, cells: Cells) -> Iterator[tuple[int, Piece]]:
    """Each piece, turned upright, and the angle that it was turned by."""
    count = text.count_chars()
    if count > MOST_LETTERS:
        raise Unreadable("A page of the PDF holds more letters than can be read. Please save the policy as a new PDF.")
    faces: dict[int, Face] = {}
    pen = Pen(cells=cells)
    for place in range(count):
        code = raw.FPDFText_GetUnicode(text, place)
        if code in _LINE_ENDS:
            yield from pen.lifted()
        elif code in _SPACES:
            pen.space()
        elif code in range(0x02, 0x110000):
            owner = ctypes.cast(raw.FPDFText_GetTextObject(text, place), ctypes.c_void_p).value or 0
            if owner not in faces:
                faces[owner] = _face(text, place)
            yield from pen.write(chr(code), faces[owner], _box(text, place, faces[owner].angle))
    yield from pen.lifted()


def _box(text: pdfium.PdfTextPage, place: int, angle: int) -> Box:
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetLooseCharBox(text, place, box)
    raw.FPDFText_GetCharOrigin(text, place, x, y)
    if not angle:
        return Box(box.left, box.right, y.value)
    sides = [turned(u, v, angle)[0] for u in (box.left, box.right) for v in (box.bottom, box.top)]
    return Box(min(sides), max(sides), turned(x.value, y.value, angle)[1])


def _face(text: pdfium.PdfTextPage, place: int) -> Face:
    """The size as shown: the font's own, scaled."""
    matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    raw.FPDFText_GetMatrix(text, place, matrix)
    size = raw.FPDFText_GetFontSize(text, place) * math.hypot(matrix.c, matrix.d)
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 5) * 5 % 360
    return Face(round(size, 1) or 1.0, _is_bold(text, place), angle)


def _is_bold(text: pdfium.PdfTextPage, place: int) -> bool:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, place, name, len(name), flags)
    if any(word in name.value.lower() for word in _BOLD_NAMES) or flags.value & _FORCED_BOLD:
        return True
    owner = raw.FPDFText_GetTextObject(text, place)
    outlined = bool(owner) and raw.FPDFTextObj_GetTextRenderMode(owner) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    return outlined or int(raw.FPDFText_GetFontWeight(text, place)) >= _BOLD_WEIGHT
