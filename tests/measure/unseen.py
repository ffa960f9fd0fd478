"""Shows how well questions are found whose words the vocabulary lacks. Run it by hand.

    PYTHONPATH=. python tests/measure/unseen.py ../shared/eval/questions.jsonl ../shared/policies

A random half of what the vocabulary hears is left out, five times over: what is still found then is found by the rest
of the machinery, and so says more about schools never seen than figures on questions that the vocabulary was grown on.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean

from adapters.tables import shipped
from knowledge.library import Library, fit
from knowledge.tables import Tables
from knowledge.vocabulary import Group, Vocabulary

SEEDS = range(5)


def thinned(tables: Tables, share: float, seed: int) -> Tables:
    """The tables without a random share of the phrases that are heard. What policies write stays."""
    rolls = random.Random(seed)  # noqa: S311 - a measurement, and the same each time

    def kept(group: Group) -> Group:
        left = {phrase: weight for phrase, weight in group.left.items() if rolls.random() > share}
        return replace(group, left=left, right=left if group.kind == "mutual" else group.right)

    groups = tuple(group if group.kind == "means" else kept(group) for group in tables.vocabulary.groups)
    return replace(tables, vocabulary=Vocabulary(tuple(group for group in groups if group.left)), kin=None)


def found(tables: Tables, questions: str, folder: str) -> Iterable[tuple[str, float, float]]:
    """For each school how often the first clause is right, and one of the first three."""
    from tests.measure.threshold import Case, own_cases, real_cases

    cases: dict[str, list[Case]] = {}
    for case in [*real_cases(Path(questions), Path(folder)), *own_cases()]:
        if case.gold:
            cases.setdefault(case.school, []).append(case)
    for school, asked in sorted(cases.items()):
        libraries: dict[str, Library] = {}
        ranks = []
        for case in asked:
            if case.policy.id not in libraries:
                libraries[case.policy.id] = Library([case.policy], fit([case.policy], tables), tables)
            answer = libraries[case.policy.id].ask(case.question)
            ranks.append(rank_of([passage.clause.text for passage in answer.ranked], case.gold))
        yield school, mean(rank < 1 for rank in ranks), mean(rank < 3 for rank in ranks)


def rank_of(texts: Sequence[str], gold: Sequence[str]) -> int:
    folded = [" ".join(text.split()).casefold() for text in texts]
    snippets = [" ".join(snippet.split()).casefold() for snippet in gold]
    return next((rank for rank, text in enumerate(folded) if any(snippet in text for snippet in snippets)), 99)


def main(questions: str, folder: str) -> None:
    for school, first, three in found(shipped(), questions, folder):
        print(f"{school:12} whole vocabulary  first {first:.3f}  first three {three:.3f}")
    halves = [row for seed in SEEDS for row in found(thinned(shipped(), 0.5, seed), questions, folder)]
    for school in sorted({name for name, _, _ in halves}):
        firsts, threes = zip(*[(first, three) for name, first, three in halves if name == school], strict=True)
        print(f"{school:12} half of it        first {mean(firsts):.3f}  first three {mean(threes):.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
