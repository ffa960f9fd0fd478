"""Draws medians as bars on a logarithmic scale, as an SVG."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

Medians = Mapping[str, Mapping[str, float]]  # size -> engine -> milliseconds
WIDTH, LEFT, RIGHT, TOP, BAR, GAP = 760, 110, 90, 46, 18, 34
COLOURS = {"candour": "#0b6e4f"}
OTHERS = "#9aa5b1"
LEAST, MOST = 0.01, 1_000.0  # milliseconds


def svg(medians: Medians) -> str:
    rows = [*_rows(medians)]
    height = TOP + sum(tall for _, tall in rows) + 40
    body, y = [], float(TOP)
    for draw, tall in rows:
        body.append(draw.format(y=y, text=y + BAR - 4.5))
        y += tall
    return "\n".join([_head(height), *_scale(y), *body, "</svg>", ""])


def _head(height: float) -> str:
    title = "Median time of one search, in milliseconds (logarithmic; shorter is better)"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
        f'font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="{title}">'
        '<rect width="100%" height="100%" fill="#fff"/>'
        f'<text x="16" y="26" font-size="15" fill="#1f2933">{title}</text>'
    )


def _scale(bottom: float) -> Iterator[str]:
    for power in range(-2, 4):
        x = _x(10.0**power)
        yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 8}" y2="{bottom:.0f}" stroke="#e4e7eb"/>'
        yield f'<text x="{x:.1f}" y="{bottom + 18:.0f}" text-anchor="middle" fill="#616e7c">{10.0**power:g}</text>'


def _rows(medians: Medians) -> Iterator[tuple[str, float]]:
    for size, found in medians.items():
        yield f'<text x="16" y="{{text:.1f}}" font-weight="bold" fill="#1f2933">{int(size):,} clauses</text>', BAR + 6
        for engine, ms in sorted(found.items(), key=lambda pair: pair[1]):
            yield _bar(engine, ms), BAR + 4
        yield "", GAP - BAR


def _bar(engine: str, ms: float) -> str:
    end = _x(ms)
    return (
        f'<text x="{LEFT - 8}" y="{{text:.1f}}" text-anchor="end" fill="#1f2933">{escape(engine)}</text>'
        f'<rect x="{LEFT}" y="{{y:.1f}}" width="{end - LEFT:.1f}" height="{BAR}" rx="2" '
        f'fill="{COLOURS.get(engine, OTHERS)}"/>'
        f'<text x="{end + 6:.1f}" y="{{text:.1f}}" fill="#1f2933">{ms:.3g}</text>'
    )


def _x(ms: float) -> float:
    share = math.log10(max(ms, LEAST) / LEAST) / math.log10(MOST / LEAST)
    return LEFT + share * (WIDTH - LEFT - RIGHT)
