"""How deep each number of a list stands, Roman or letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.outline import depths

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
FEWEST_RIGHT = 0.997  # of the markers of real sections


@pytest.mark.parametrize(
    ("markers", "expected"),
    [
        ("a b c", "1 1 1"),
        ("1. 2. 3.", "1 1 1"),
        ("g h i j", "1 1 1 1"),  # the ninth letter
        ("a i ii b", "1 2 2 1"),  # Roman under a letter
        ("h i ii i j", "1 2 2 1 1"),  # Roman under the eighth letter, then the ninth
        ("i ii iii iv v vi", "1 1 1 1 1 1"),
        ("u v w x y z aa bb", "1 1 1 1 1 1 1 1"),
        ("c d", "1 1"),  # the list begins elsewhere
        ("1 a i A B ii b 2", "1 2 3 4 4 3 2 1"),
        ("1. (a) (b) 2. (a)", "1 2 2 1 2"),
        ("1. 1. 2. 2.", "1 2 2 1"),
        ("1. 2. 4. 5.", "1 1 1 1"),  # 3 is missing
        ("1 1.1 1.1.1 1.1.2 1.2 2 2.1", "1 2 3 3 2 1 2"),
        ("1.1 1.2 2.1 2.2", "1 1 1 1"),  # the sections print no number
        ("1.1 (a) (b) 1.2 2.1 (a)", "1 2 2 1 1 2"),
        ("I. A. B. II. A.", "1 2 2 1 2"),
        ("(1) (a) (i) (ii) (b) (2)", "1 2 3 3 2 1"),
    ],
)
def test_a_marker_stands_at_the_depth_that_its_neighbours_confirm(markers: str, expected: str) -> None:
    assert depths(markers.split()) == [int(depth) for depth in expected.split()]


def test_no_markers_have_no_depths() -> None:
    assert depths([]) == []


@pytest.mark.needs("shared")
def test_markers_of_real_sections_stand_at_their_depths() -> None:
    sections = [section for _, section in json.loads((SHARED / "eval" / "markers.json").read_text())]
    pairs = [
        (found, depth)
        for section in sections
        for found, (_, depth) in zip(depths([marker for marker, _ in section]), section, strict=True)
    ]
    assert sum(found == depth for found, depth in pairs) / len(pairs) >= FEWEST_RIGHT
