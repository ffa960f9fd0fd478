"""Tells in plain lines how an answer was found, for `candour ask --why`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from knowledge.confidence import ANSWERS, NEAR
from knowledge.finder import Finding


def of(found: Finding, labels: Sequence[str]) -> str:
    """`labels`: of the best clauses, in their order."""
    return "\n".join([*_ideas(found), *_best(found, labels), *_verdict(found)])


def _ideas(found: Finding) -> Iterator[str]:
    yield "Read as: " + " ".join(found.reading.words)
    for idea, held in zip(found.reading.ideas, found.ranking.held, strict=True):
        clauses = int((held > 0).sum())
        yield f"  {idea.heard}: importance {idea.importance:.2f}, {len(idea.links)} wordings, in {clauses} clauses"


def _best(found: Finding, labels: Sequence[str]) -> Iterator[str]:
    for label, (number, score) in zip(labels, found.best, strict=True):
        covers, alike = found.ranking.coverage[number], found.ranking.alike[number]
        yield f"  {score:6.2f}  covers {covers:.2f}  alike {alike:.2f}  {label}"


def _verdict(found: Finding) -> Iterator[str]:
    if not found.reading.ideas:
        yield "Silent: the question has no word to search for."
    elif not found.evidence:
        yield "Silent: no clause holds any of its words."
    else:
        yield "The first clause: " + ", ".join(f"{name} {value:.2f}" for name, value in asdict(found.evidence).items())
        if found.defined:
            yield "A meaning is asked for, and the first clause gives it."
        if found.elsewhere:
            yield "The question asks for what no policy gives."
        if found.wrong_kind:
            yield "The question asks for a number, a date, a name or an act that the first clause does not show."
        verdict = (
            "an answer" if found.likelihood >= ANSWERS else "the closest" if found.likelihood >= NEAR else "silence"
        )
        yield f"Likelihood {found.likelihood:.2f} (an answer from {ANSWERS}, the closest from {NEAR}): {verdict}."
