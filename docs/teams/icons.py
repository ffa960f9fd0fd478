"""Draws the two icons of the Teams app, an open page with a line quoted on it: python docs/teams/icons.py FOLDER"""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

Colour = tuple[int, int, int, int]

BLUE, WHITE, CLEAR = (31, 61, 90, 255), (255, 255, 255, 255), (255, 255, 255, 0)
FINE = 4  # points across one dot, so that edges are smooth
PAGE = (0.24, 0.18, 0.76, 0.82)  # left, top, right, bottom, of a picture one wide
LINES = ((0.34, 0.32, 0.66), (0.42, 0.46, 0.66), (0.42, 0.58, 0.66), (0.34, 0.70, 0.56))  # left, middle, right
BAR, THICK, FRAME = (0.34, 0.42, 0.37, 0.62), 0.022, 0.05


def page(x: float, y: float) -> bool:
    left, top, right, bottom = PAGE
    return left <= x <= right and top <= y <= bottom


def written(x: float, y: float) -> bool:
    left, top, right, bottom = BAR
    quoted = left <= x <= right and top <= y <= bottom
    return quoted or any(a <= x <= b and abs(y - middle) <= THICK for a, middle, b in LINES)


def framed(x: float, y: float) -> bool:
    left, top, right, bottom = PAGE
    inner = left + FRAME < x < right - FRAME and top + FRAME < y < bottom - FRAME
    return page(x, y) and not inner


def colour(x: float, y: float) -> Colour:
    return WHITE if page(x, y) and not written(x, y) else BLUE


def outline(x: float, y: float) -> Colour:
    return WHITE if framed(x, y) or written(x, y) else CLEAR


def png(size: int, paint: Callable[[float, float], Colour]) -> bytes:
    rows = b"".join(b"\0" + b"".join(bytes(dot(x, y, size, paint)) for x in range(size)) for y in range(size))
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def dot(x: int, y: int, size: int, paint: Callable[[float, float], Colour]) -> Colour:
    steps = [(n + 0.5) / FINE for n in range(FINE)]
    points = [paint((x + a) / size, (y + b) / size) for a in steps for b in steps]
    red, green, blue, seen = (sum(point[n] for point in points) // len(points) for n in range(4))
    return red, green, blue, seen


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "color.png").write_bytes(png(192, colour))
    (folder / "outline.png").write_bytes(png(32, outline))
