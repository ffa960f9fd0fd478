"""The two real policies, where they are at hand: clauses, labels and lead-ins, none of their words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from adapters.formats.text import read
from knowledge.clauses import clauses
from knowledge.policy import Clause, Kind

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
LONGEST = 200  # words


@cache
def real(school: str) -> tuple[Clause, ...]:
    return clauses(read((SHARED / "policies" / f"{school}.txt").read_bytes()))


def folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def at_line(school: str, number: int) -> Clause:
    line = (SHARED / "policies" / f"{school}.txt").read_text(encoding="utf-8").splitlines()[number - 1]
    words = folded(re.sub(r"^[-*\s]*(?:\([ivx]+\)\s+)?", "", line))
    (found,) = [clause for clause in real(school) if folded(clause.text).lstrip("'“").startswith(words)]
    return found


@pytest.mark.needs("shared")
@pytest.mark.parametrize(("school", "count"), [("heathfield", 95), ("st-osmunds", 52)])
def test_a_real_policy_has_its_clauses(school: str, count: int) -> None:
    found = real(school)
    source = folded((SHARED / "policies" / f"{school}.txt").read_text(encoding="utf-8"))
    assert len(found) == len({clause.label for clause in found}) == count
    assert all(folded(clause.text) in source for clause in found)
    assert all(folded(lead_in) in source for clause in found for lead_in in clause.lead_ins)
    assert max(len(clause.text.split()) for clause in found) <= LONGEST


@pytest.mark.needs("shared")
@pytest.mark.parametrize(
    ("school", "line", "label"),
    [
        ("st-osmunds", 14, r"Review"),
        ("st-osmunds", 33, r"Introduction, paragraph 1"),
        ("st-osmunds", 43, r"2\(ii\)"),
        ("st-osmunds", 53, r"3\(iv\)"),
        ("st-osmunds", 55, r"3\(v\)"),
        ("st-osmunds", 61, r"4\(i\)"),
        ("st-osmunds", 68, r"5\(i\)"),
        ("st-osmunds", 69, r".+cyberbullying, paragraph 2"),
        ("st-osmunds", 74, r"5\(ii\)"),
        ("st-osmunds", 75, r"5\(iii\)"),
        ("st-osmunds", 95, r"Communication .+, paragraph 12"),
        ("heathfield", 7, r"Social .+, paragraph 1"),
        ("heathfield", 29, r"Risks, paragraph 2"),
        ("heathfield", 50, r"Personal .+, paragraph 1"),
        ("heathfield", 57, r"Personal .+, paragraph 6"),
        ("heathfield", 80, r"Personal .+, paragraph 25"),
        ("heathfield", 104, r"Approved .+, paragraph 15"),
        ("heathfield", 139, r"Cyber .+, paragraph 7"),
        ("heathfield", 154, r"Date"),
    ],
)
def test_a_real_clause_has_its_label(school: str, line: int, label: str) -> None:
    assert re.fullmatch(label, at_line(school, line).label)


@pytest.mark.needs("shared")
@pytest.mark.parametrize(
    ("school", "lines", "lead_in"),
    [
        ("st-osmunds", range(97, 104), r"(?i)all .* must not:"),
        ("st-osmunds", range(85, 94), r"(?i)all .* should:"),
        ("st-osmunds", range(69, 74), r".*would not expect .* which:"),
        ("heathfield", range(66, 75), r".*not permitted .*:"),
        ("heathfield", range(112, 120), r".* must:"),
        ("heathfield", range(31, 43), r"Such .* include:"),
        ("heathfield", [*range(90, 103), 104], r"Staff must .*:"),
        ("heathfield", [*range(54, 58), *range(61, 66), *range(75, 79), *range(80, 85)], r"Staff .* connection:"),
    ],
)
def test_real_entries_keep_their_lead_in(school: str, lines: Sequence[int], lead_in: str) -> None:
    found = [at_line(school, line) for line in lines]
    assert all(re.fullmatch(lead_in, clause.lead_ins[-1]) for clause in found)
    assert {clause.kind for clause in found} == {Kind.ITEM}


@pytest.mark.needs("shared")
def test_every_gold_snippet_stands_in_exactly_one_clause() -> None:
    lines = (SHARED / "eval" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = {(q["school"], folded(snippet)) for q in map(json.loads, lines) for snippet in q["gold"]}
    holders = {(s, gold): [c for c in real(s) if gold in folded(c.text)] for s, gold in wanted}
    assert {gold: len(found) for gold, found in holders.items() if len(found) != 1} == {}
