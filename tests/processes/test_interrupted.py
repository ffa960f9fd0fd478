"""Ctrl-C or the end of the input at any prompt: the chat ends quietly and keeps the draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes.dialogue import ABOUT_A_COLLEAGUE
from tests.processes.terminal import Kept, Terminal, candour, chat

HALFWAY = 6
PROMPTS = (0, HALFWAY, len(ABOUT_A_COLLEAGUE) - 1)
AT_THE_START = "private items sent to you."


def answered(terminal: Terminal, count: int) -> str:
    """Answer so many questions; gives the one that is then open."""
    terminal.until(AT_THE_START)
    for line, question in ABOUT_A_COLLEAGUE[:count]:
        terminal.ask(line, question)
    return ABOUT_A_COLLEAGUE[count - 1][1] if count else AT_THE_START


@pytest.mark.parametrize("count", PROMPTS)
@pytest.mark.parametrize(("how", "statuses"), [("ctrl-c", {0, 130}), ("end of input", {0})])
def test_the_chat_ends_quietly_and_the_draft_is_kept(school: Path, how: str, statuses: set[int], count: int) -> None:
    with chat(school) as terminal:
        question = answered(terminal, count)
        assert (terminal.interrupt() if how == "ctrl-c" else terminal.leave()) in statuses
        assert "Traceback" not in terminal.shown
        assert "went wrong" not in terminal.shown
    assert Kept.at(school).drafts == bool(count)
    assert question in candour(school, "chat", "--as", "t.teacher").out


def test_an_answer_without_a_line_end_is_still_taken(school: Path) -> None:
    assert "Shall we start?" in candour(school, "chat", "--as", "t.teacher", typed="report\nno").out


def test_a_reader_who_leaves_early_is_no_fault(school: Path) -> None:
    with Terminal(school, "ask", "--jsonl") as lines:
        lines.type('{"id": "1", "school": "sample", "question": "friend requests"}')
        lines.until('"id": "1"')
        lines.deafen()
        for _ in range(3):
            lines.type('{"id": "2", "school": "sample", "question": "friend requests"}')
        assert lines.wait() in (0, 1)
