"""A word that a line's end broke is whole again, and a hyphen of its own stays."""

from __future__ import annotations

import pytest

from adapters.formats.hyphens import joined

HYPHENS = [
    ("safeguar\ufffe", "ding", "safeguarding"),
    ("whole\ufffe", "school", "whole-school"),
    ("e\ufffe", "safety", "e-safety"),
    ("Co\ufffe", "Ordinator", "Co-Ordinator"),
    ("0800\ufffe", "123", "0800-123"),
    ("and -", "or", "and - or"),
    ("blorp\ufffe", "fizz", "blorpfizz"),
    ("play\ufffe", "ground", "playground"),
]


@pytest.mark.parametrize(("above", "below", "expected"), HYPHENS)
def test_a_hyphen_at_a_line_s_end_stays_only_where_it_belongs(above: str, below: str, expected: str) -> None:
    english = {"safeguarding", "whole", "school", "safety", "play", "ground", "playground", "e"}
    assert joined([above, below], frozenset(), english.__contains__) == expected


def test_the_file_s_own_spelling_decides_about_a_hyphen() -> None:
    assert joined(["play-", "ground"], {"play-ground"}, {"playground"}.__contains__) == "play-ground"
    assert joined(["You\ufffe", "Tube"], {"youtube"}, set[str]().__contains__) == "YouTube"
