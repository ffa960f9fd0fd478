"""Spoiled files by the thousand: each becomes a policy of whole clauses, or gets a sentence, soon.

A run reads several hundred. `CANDOUR_EXHAUSTIVE=1` reads 6,500 (and asks 3,500 questions beside them). A file that
failed is the same again for the same number: `spoiled(".docx", 17)`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from adapters import ingest
from adapters.commands.ask import answered
from adapters.tables import shipped
from knowledge.library import Answer, Closest, Library, fit
from knowledge.policy import Policy
from tests.hostile.bombs import BOMBS
from tests.hostile.mutations import spoiled
from tests.hostile.seeds import seeds
from tests.hostile.watch import EXHAUSTIVE, Outcome, watched

# How many of each kind: in every run, and when all are read. A PDF needs a process of its own.
FILES = {".docx": (120, 2_000), ".html": (120, 1_700), ".md": (60, 800), ".txt": (100, 1_500), ".pdf": (20, 500)}
ENDINGS = (".docx", ".doc", ".docm", ".pdf", ".html", ".xhtml", ".md", ".txt")
ASKED = 20  # every twentieth policy is asked something


def checked(file: Path, number: int) -> None:
    found = ingest.read(file)
    assert found.clauses
    labels = [clause.label for clause in found.clauses]
    assert len(set(labels)) == len(labels)
    assert all(label.strip() for label in labels)
    for clause in found.clauses:
        shown = (clause.text, clause.label, clause.marker, *clause.headings, *clause.lead_ins)
        assert clause.text == " ".join(clause.text.split()) != ""
        assert "\0" not in "".join(shown)
        "".join(shown).encode()  # a lone half of a letter could be neither kept nor shown
    if number % ASKED == 0:
        asked(found)


def asked(policy: Policy) -> None:
    found = Library((policy,), fit((policy,), shipped()), shipped()).ask("may I lend a helmet, and where is the rack?")
    told = answered("1", found)
    json.dumps(told, ensure_ascii=False).encode()
    assert bool(told["citations"]) == isinstance(found, Answer | Closest)
    assert all(
        each["label"] and each["text"] in {clause.text for clause in policy.clauses} for each in told["citations"]
    )


def read(folder: Path, kind: str, number: int) -> tuple[str, Outcome]:
    """Every fifth has the wrong ending to its name."""
    ending = ENDINGS[number % len(ENDINGS)] if number % 5 == 4 else kind
    file = folder / f"{number}{ending}"
    file.write_bytes(spoiled(kind, number))
    outcome = watched(lambda: checked(file, number))
    file.unlink()
    return f"spoiled({kind!r}, {number}) as {ending}", outcome


def faults(outcomes: Sequence[tuple[str, Outcome]]) -> list[str]:
    return [f"{name}: {outcome.fault}" for name, outcome in outcomes if outcome.fault]


@pytest.mark.parametrize("kind", FILES)
def test_a_spoiled_file_is_read_or_gets_a_sentence(kind: str, tmp_path: Path) -> None:
    numbers = range(FILES[kind][EXHAUSTIVE])
    if kind == ".pdf":  # most of the time is the child's
        with ThreadPoolExecutor(2) as threads:
            outcomes = list(threads.map(lambda number: read(tmp_path, kind, number), numbers))
    else:
        outcomes = [read(tmp_path, kind, number) for number in numbers]
    assert faults(outcomes) == []
    refused = sum(bool(outcome.refused) for _, outcome in outcomes)
    assert 0 < refused < len(outcomes)  # both are met: else the files are not spoiled, or spoiled beyond all use


@pytest.mark.parametrize(("ending", "name"), [(ending, name) for ending, bombs in BOMBS.items() for name in bombs])
def test_a_bomb_is_read_or_gets_a_sentence(ending: str, name: str, tmp_path: Path) -> None:
    file = tmp_path / f"bomb{ending}"
    file.write_bytes(BOMBS[ending][name]())
    assert watched(lambda: checked(file, 0)).fault == ""


@pytest.mark.parametrize("kind", FILES)
def test_the_honest_files_are_read(kind: str, tmp_path: Path) -> None:
    for data in seeds()[kind]:
        file = tmp_path / f"honest{kind}"
        file.write_bytes(data)
        outcome = watched(lambda: checked(file, 0))  # noqa: B023 - it runs at once
        assert outcome == Outcome()
