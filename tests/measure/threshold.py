"""Fits the weights of knowledge/confidence.py and shows what each threshold gives. Run it by hand.

    PYTHONPATH=. python tests/measure/threshold.py ../shared/eval/questions.jsonl ../shared/policies

The questions are those given and those of tests/knowledge/questions. Every one counts twice, with the vocabulary and
without: so the weights hold where the vocabulary does not reach.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from adapters.formats import text
from adapters.tables import shipped
from knowledge import edition, library
from knowledge.confidence import Evidence
from knowledge.finder import Finder
from knowledge.policy import Policy
from knowledge.tables import Tables
from knowledge.vocabulary import Vocabulary
from tests.knowledge.asked import every

RIDGE = 1.0  # pulls the weights towards nothing; few questions are known


@dataclass(frozen=True)
class Row:
    evidence: Evidence
    right: bool
    near: bool  # no clause answers it, though it sounds like one of these policies
    wrong_kind: bool
    vocabulary: bool
    answerable: bool


@dataclass(frozen=True)
class Case:
    policy: Policy
    question: str
    gold: tuple[str, ...]  # any of these in a clause makes it right; none where the policy is silent
    near: bool


def real_cases(questions: Path, folder: Path) -> Iterator[Case]:
    policies: dict[str, Policy] = {}
    for line in filter(str.strip, questions.read_text().splitlines()):
        asked = json.loads(line)
        school = asked["school"]
        if school not in policies:
            policies[school] = edition.policy(school, text.read((folder / f"{school}.txt").read_bytes()), digest="0")
        yield Case(policies[school], asked["question"], tuple(asked["gold"]), asked["style"].endswith("near"))


def own_cases() -> Iterator[Case]:
    for asked in every():
        yield from (Case(asked.policy, question, (clause,), False) for question, clause in asked.answerable)
        yield from (Case(asked.policy, question, (), True) for question in asked.unanswerable)


def rows(cases: Iterable[Case], tables: Tables, vocabulary: bool) -> Iterator[Row]:
    finders: dict[str, Finder] = {}
    for case in cases:
        places = [(case.policy, clause) for clause in case.policy.clauses]
        if case.policy.id not in finders:
            finders[case.policy.id] = Finder(places, library.fit([case.policy]), tables)
        found = finders[case.policy.id].find(case.question)
        if found.evidence:
            first = _fold(places[found.best[0][0]][1].text)
            right = any(_fold(snippet) in first for snippet in case.gold)
            yield Row(found.evidence, right, case.near, found.wrong_kind, vocabulary, bool(case.gold))


def _fold(words: str) -> str:
    return " ".join(words.split()).casefold()


def fit(features: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a logistic regression, the constant last, by Newton's method."""
    table = np.hstack([features, np.ones((len(features), 1))])
    weights = np.zeros(table.shape[1])
    penalty = RIDGE * np.eye(len(weights))
    penalty[-1, -1] = 0
    for _ in range(30):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - likely) - penalty @ weights
        curve = (table * (likely * (1 - likely))[:, None]).T @ table + penalty
        weights += np.linalg.solve(curve, slope)
    return weights


def main(questions: str, policies: str) -> None:
    cases = [*real_cases(Path(questions), Path(policies)), *own_cases()]
    bare = replace(shipped(), vocabulary=Vocabulary(()))
    known = [*rows(cases, shipped(), True), *rows(cases, bare, False)]
    weights = fit(np.array([astuple(row.evidence) for row in known]), np.array([float(row.right) for row in known]))
    for name, weight in zip([*(field.name for field in fields(Evidence)), "constant"], weights, strict=True):
        print(f"{name:10} {weight:6.2f}")
    print("WEIGHTS =", tuple(round(float(weight), 2) for weight in weights))
    with_vocabulary = [row for row in known if row.vocabulary]
    show(weights, with_vocabulary)
    print("without the vocabulary")
    show(weights, [row for row in known if not row.vocabulary])


def show(weights: NDArray[np.float64], known: list[Row]) -> None:
    likely = [float(1 / (1 + np.exp(-(weights[:-1] @ astuple(r.evidence) + weights[-1])))) for r in known]
    for threshold in (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        answers = [row for row, p in zip(known, likely, strict=True) if p >= threshold and not row.wrong_kind]
        answerable = [row for row in answers if row.answerable]
        near = sum(row.near for row in answers) / max(1, sum(row.near for row in known))
        right = sum(row.right for row in answerable)
        far = sum(not row.answerable and not row.near for row in answers)
        print(
            f"from {threshold:.2f}: answers {len(answerable) / sum(r.answerable for r in known):.2f}"
            f"  precision {right / max(1, len(answerable)):.3f}  near {near:.3f}  far {far}"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
