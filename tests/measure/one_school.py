"""Shows what a vocabulary that was never tuned on a school finds in that school. Run it by hand.

    PYTHONPATH=. python tests/measure/one_school.py ../shared/eval/questions.jsonl ../shared/policies

Nobody noted for which school a phrase was added. So for each school every phrase is left out that its own questions
use and no question of the others does, plain words of school English among them: the figures are at most too low.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from statistics import mean

from adapters.tables import shipped
from knowledge.alike import alike
from knowledge.groups import Group
from knowledge.library import Library, fit
from knowledge.phrases import cut
from knowledge.tables import Tables
from knowledge.vocabulary import Vocabulary, heard
from knowledge.words import fold, tokens
from tests.measure.threshold import Case, real_cases
from tests.measure.unseen import rank_of


def used(questions: Iterable[str], tables: Tables) -> set[str]:
    """Every phrase of the vocabulary that is heard in the questions, as it is kept there, and all within it."""
    found: set[str] = set()
    for question in questions:
        for phrase in cut(tokens(fold(question)), tables.vocabulary):
            spans = [phrase[at : at + n] for n in range(1, len(phrase) + 1) for at in range(len(phrase) - n + 1)]
            found |= {key for span in spans for key in (heard(" ".join(span)), alike(span))}
    return found


def without(tables: Tables, phrases: set[str]) -> Tables:
    """The tables, deaf to these phrases. What policies write stays."""

    def kept(group: Group) -> Group:
        left = {phrase: weight for phrase, weight in group.left.items() if not _keys(phrase) & phrases}
        return replace(group, left=left, right=left if group.kind == "mutual" else group.right)

    groups = (group if group.kind == "means" else kept(group) for group in tables.vocabulary.groups)
    return replace(tables, vocabulary=Vocabulary(tuple(group for group in groups if group.left)), kin=None)


def _keys(phrase: str) -> set[str]:
    return {heard(phrase), alike(tokens(phrase))}


def main(questions: str, folder: str) -> None:
    cases: dict[str, list[Case]] = {}
    for case in real_cases(Path(questions), Path(folder)):
        cases.setdefault(case.school, []).append(case)
    for school, own in sorted(cases.items()):
        others = [case.question for name, several in cases.items() if name != school for case in several]
        only = used((case.question for case in own), shipped()) - used(others, shipped())
        for name, tables in (("whole vocabulary", shipped()), ("untuned", without(shipped(), only))):
            library = Library([own[0].policy], fit([own[0].policy], tables), tables)
            asked = [(library.ask(case.question), case.gold) for case in own if case.gold]
            ranks = [rank_of([passage.clause.text for passage in found.ranked], gold) for found, gold in asked]
            first, three = mean(rank < 1 for rank in ranks), mean(rank < 3 for rank in ranks)
            print(f"{school}, {name}: hit@1 {first:.3f}  hit@3 {three:.3f}  of {len(ranks)}")
        print(f"  {len(only)} phrases left out")


if __name__ == "__main__":
    main(*sys.argv[1:])
