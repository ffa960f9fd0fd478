"""Every path through the report over a pipe: each walk ends, and what was filed is what was answered."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot import telling
from bot.card import Kind
from bot.report_choices import ABOUT_KINDS, ANONYMOUS
from bot.report_form import REPORT
from reports.desk import ACCOUNT
from reports.people import School
from reports.report import PERSON, CaseId
from tests.processes.terminal import Kept, chat, house
from tests.processes.walker import Walk, Walker

WALKS, SEED = 90, 20261120
FEWEST = 60  # walks that differ
STARTED = "private items sent to you."


@dataclass(frozen=True)
class Walked:
    folder: Path
    walker: Walker
    walks: tuple[Walk, ...]
    shown: str
    status: int

    @property
    def sent(self) -> list[Walk]:
        return [walk for walk in self.walks if walk.end == "sent"]


@pytest.fixture(scope="module")
def walked(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """All of them in one process: one person who reports again and again."""
    folder = Path(shutil.copytree(prepared, tmp_path_factory.mktemp("walked") / "school"))
    with chat(folder) as terminal:
        terminal.until(STARTED)
        walker = Walker(terminal, random.Random(SEED))  # noqa: S311 - a test's own chance
        walks = tuple(walker.walk() for _ in range(WALKS))
        status = terminal.leave()
    return Walked(folder, walker, walks, terminal.shown, status)


def test_every_walk_ends_and_nothing_goes_wrong_on_the_way(walked: Walked) -> None:
    assert walked.status == 0
    assert {walk.end for walk in walked.walks} == {"sent", "stopped", "nobody"}
    assert "Traceback" not in walked.shown
    assert "went wrong" not in walked.shown
    assert "failed" not in walked.shown


def test_the_walks_differ_and_most_are_sent(walked: Walked) -> None:
    assert len({tuple(walk.said) for walk in walked.walks}) >= FEWEST
    assert len(walked.sent) >= FEWEST


def test_every_question_stands_on_the_screen_on_some_walk(walked: Walked) -> None:
    by_shortcut = {"message"}  # asked where a report begins at a message of a platform
    assert walked.walker.asked == {step.name for step in REPORT.steps} - by_shortcut


def test_every_choice_of_every_question_is_made_on_some_walk(walked: Walked) -> None:
    missed = [
        (step.name, choice.value)
        for step in REPORT.steps
        for number, choice in enumerate(step.choices, 1)
        if not walked.walker.tried[step.name, str(number)]
    ]
    assert not missed


def test_each_sent_report_is_one_case_and_no_draft_is_left(walked: Walked) -> None:
    kept = Kept.at(walked.folder)
    assert set(kept.cases) == {walk.reference for walk in walked.sent}
    assert len(kept.cases) == kept.receipts == len(walked.sent)
    assert kept.drafts == 0


def test_what_was_filed_is_what_was_answered(walked: Walked) -> None:
    with closing(house(walked.folder)) as opened:
        cases = opened.cases("sample")
        for walk in walked.sent:
            case, words = cases.load(CaseId(walk.reference)), cases.words(CaseId(walk.reference))
            assert case.filed
            report, answers = case.filed.report, walk.answers
            assert report.concern.kind is telling.kind(answers), walk.said
            assert report.anonymous == (answers["naming"] == (ANONYMOUS,)), walk.said
            assert words[ACCOUNT] == answers["happened"][0]
            assert about(walk, opened.school("sample").school) <= report.concern.subjects
            assert all(words[name] == telling.defanged(text) for name, text in written(walk).items() if name in words)
            told = {id for hop in case.filed.route.hops for id in hop.people} | set(case.filed.route.copies)
            assert told
            assert not told & (case.filed.route.excluded | {id.removeprefix(PERSON) for id in report.concern.subjects})


def about(walk: Walk, school: School) -> set[str]:
    """Whom it is about as far as that was the question: some kinds say so themselves."""
    if walk.answers["kind"][0] not in ABOUT_KINDS:
        return set()
    named = {f"{PERSON}{person.id}" for person in school.people if person.name in walk.answers.get("who", ())}
    return set(walk.answers["about"]) | named


def written(walk: Walk) -> dict[str, str]:
    texts = [step.name for step in REPORT.steps if step.kind is Kind.TEXT and step.name in ("link", "site", "when")]
    return {name: walk.answers[name][0] for name in texts if name in walk.answers}
