"""Small policies of our own and questions about them: what the retriever must find without having seen the wording.

In questions/*.txt the first line is the title, "# " starts a clause, the line under it has its name and the questions
that it answers, and "!" starts the questions that no clause answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.policy import Clause, Policy, Version

QUESTIONS = Path(__file__).parent / "questions"


@dataclass(frozen=True)
class Asked:
    policy: Policy
    answerable: tuple[tuple[str, str], ...]  # a question and the clause that answers it
    unanswerable: tuple[str, ...]


def read(name: str) -> Asked:
    title, *lines = (QUESTIONS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    texts = [line[2:] for line in lines if line.startswith("# ")]
    answerable: list[tuple[str, str]] = []
    text = ""
    for line in lines:
        if line.startswith("# "):
            text = line[2:]
        elif not line.startswith("!"):
            answerable += [(question, text) for question in line.split("|")[1:]]
    silent = tuple(question for line in lines if line.startswith("!") for question in line[1:].split("|"))
    clauses = tuple(Clause(text, number=str(n), label=str(n)) for n, text in enumerate(texts, 1))
    return Asked(Policy(name, title, Version("0"), clauses), tuple(answerable), silent)


def every() -> list[Asked]:
    return [read(path.stem) for path in sorted(QUESTIONS.glob("*.txt"))]
