"""Fits the weights of knowledge/confidence.py and shows what each threshold gives. Run it by hand.

    PYTHONPATH=. python tests/measure/threshold.py ../shared/eval/questions.jsonl ../shared/policies [MORE FOLDER]...

Each pair is a file of questions and the folder with the policies of their schools; the questions of
tests/knowledge/questions come on top. Every one counts three times, with the whole vocabulary and twice with half of
it: so the weights hold where the vocabulary does not reach. And each question that has an answer is also asked of a
policy on something else, where hardly a clause can be right, and counts half: so silence is learned too. Each school's
figures are by weights fitted on the others.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from adapters import ingest
from adapters.tables import shipped
from knowledge import library
from knowledge.confidence import Evidence
from knowledge.finder import Finder
from knowledge.policy import Policy
from knowledge.tables import Tables
from tests.knowledge.asked import every
from tests.measure.unseen import thinned

RIDGE = 1.0  # pulls the weights towards nothing; few questions are known
ASTRAY = 0.5  # what a question counts that is asked of a policy on something else
LEAST_CLAUSES = 12  # of a policy that such questions are asked of


@dataclass(frozen=True)
class Row:
    evidence: Evidence
    right: bool
    near: bool  # no clause answers it, though it sounds like one of these policies
    wrong_kind: bool
    whole: bool  # the vocabulary
    answerable: bool
    school: str
    weight: float = 1.0


@dataclass(frozen=True)
class Case:
    policy: Policy
    question: str
    gold: tuple[str, ...]  # any of these in a clause makes it right; none where the policy is silent
    near: bool
    school: str


def real_cases(questions: Path, folder: Path) -> Iterator[Case]:
    policies: dict[str, Policy] = {}
    for line in filter(str.strip, questions.read_text().splitlines()):
        asked = json.loads(line)
        school = asked["school"]
        if school not in policies:
            policies[school] = ingest.read(next(folder.glob(f"{school}.*")), school)
        yield Case(policies[school], asked["question"], tuple(asked["gold"]), asked["style"].endswith("near"), school)


def own_cases() -> Iterator[Case]:
    for asked in every():
        yield from (Case(asked.policy, question, (clause,), False, "own") for question, clause in asked.answerable)
        yield from (Case(asked.policy, question, (), True, "own") for question in asked.unanswerable)


def astray(cases: Sequence[Case]) -> Iterator[Case]:
    """Every question that has an answer, asked of another policy, where it has none."""
    rolls = random.Random(3)  # noqa: S311 - a measurement, and the same each time
    policies = {case.policy.id: case.policy for case in cases if len(case.policy.clauses) >= LEAST_CLAUSES}
    for case in cases:
        if case.gold:
            other = rolls.choice([policy for policy in policies.values() if policy.id != case.policy.id])
            yield replace(case, policy=other, gold=(), near=False)


def rows(cases: Iterable[Case], tables: Tables, whole: bool) -> Iterator[Row]:
    finders: dict[str, Finder] = {}
    for case in cases:
        places = [(case.policy, clause) for clause in case.policy.clauses]
        if case.policy.id not in finders:
            finders[case.policy.id] = Finder(places, library.fit([case.policy], tables), tables)
        finder = finders[case.policy.id]
        found = finder.find(finder.mended(case.question))
        if found.evidence:
            first = _fold(places[found.best[0][0]][1].text)
            right = any(_fold(snippet) in first for snippet in case.gold)
            yield Row(found.evidence, right, case.near, found.wrong_kind, whole, bool(case.gold), case.school)


def _fold(words: str) -> str:
    return " ".join(words.split()).casefold()


def fit(features: NDArray[np.float64], right: NDArray[np.float64], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a logistic regression, the constant last, by Newton's method. `counts`: how much each row does."""
    table = np.hstack([features, np.ones((len(features), 1))])
    weights = np.zeros(table.shape[1])
    penalty = RIDGE * np.eye(len(weights))
    penalty[-1, -1] = 0
    for _ in range(30):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (right - likely)) - penalty @ weights
        curve = (table * (counts * likely * (1 - likely))[:, None]).T @ table + penalty
        weights += np.linalg.solve(curve, slope)
    return weights


def main(*given: str) -> None:
    cases = [case for pair in zip(given[::2], given[1::2], strict=True) for case in real_cases(*map(Path, pair))]
    cases += own_cases()
    known = list(rows(cases, shipped(), True))
    for seed in (1, 2):
        known += rows(cases, thinned(shipped(), 0.5, seed), False)
    strays = [replace(row, weight=ASTRAY) for row in rows(astray(cases), shipped(), True)]
    for school in sorted({row.school for row in known}):
        print(f"{school}, by weights fitted on the others")
        others = fitted([row for row in [*known, *strays] if row.school != school])
        show(others, [row for row in known if row.whole and row.school == school])
    weights = fitted([*known, *strays])
    for name, weight in zip([*(field.name for field in fields(Evidence)), "constant"], weights, strict=True):
        print(f"{name:10} {weight:6.2f}")
    print("WEIGHTS =", tuple(round(float(weight), 2) for weight in weights))
    show(weights, [row for row in known if row.whole])
    print("with half of the vocabulary")
    show(weights, [row for row in known if not row.whole])
    print("asked of a policy on something else")
    show(weights, strays)


def fitted(known: Sequence[Row]) -> NDArray[np.float64]:
    features = np.array([astuple(row.evidence) for row in known])
    return fit(features, np.array([float(row.right) for row in known]), np.array([row.weight for row in known]))


def show(weights: NDArray[np.float64], known: Sequence[Row]) -> None:
    likely = [float(1 / (1 + np.exp(-(weights[:-1] @ astuple(r.evidence) + weights[-1])))) for r in known]
    for threshold in (0.1, 0.15, 0.2, 0.3, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75):
        answers = [row for row, p in zip(known, likely, strict=True) if p >= threshold and not row.wrong_kind]
        answerable = [row for row in answers if row.answerable]
        all_of = max(1, sum(r.answerable for r in known))
        near = sum(row.near for row in answers) / max(1, sum(row.near for row in known))
        right = sum(row.right for row in answerable)
        far = sum(not row.answerable and not row.near for row in answers)
        print(
            f"from {threshold:.2f}: answers {len(answerable) / all_of:.2f}  right {right / all_of:.2f}"
            f"  precision {right / max(1, len(answerable)):.3f}  near {near:.3f}  far {far}"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
