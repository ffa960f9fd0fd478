"""`candour diff` and `candour ask --as-of`: what a policy said before, and what has changed since."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Ask = Callable[..., tuple[int, str, str]]

FIRST = "# Phone Policy\n\nApproved: 1 March 2020\n\n## 1. Phones\n\n(i) Staff may use phones in the staff room.\n"
SECOND = FIRST.replace("1 March 2020", "1 June 2024").replace("the staff room", "the staff room and the office")


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Runs a command at a school that has two versions of one policy: its status, output and errors."""

    def run(*words: str) -> tuple[int, str, str]:
        command = [sys.executable, "-m", "adapters", *words, "--school", "sample"]
        environ = {**os.environ, "CANDOUR_HOME": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, encoding="utf-8", check=False)
        return done.returncode, done.stdout, done.stderr

    for name, text in (("first.md", FIRST), ("second.md", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run("ingest", name)[0] == 0
    return run


def test_the_words_that_changed_are_marked(ask: Ask) -> None:
    status, shown, _ = ask("diff", "phone policy")
    assert status == 0
    assert "changed 1(i)\n  Staff may use phones in the staff room{+ and the office+}." in shown
    status, shown, _ = ask("diff", "phone-policy", "--from", "1", "--to", "1 June 2024", "--json")
    assert {change["change"] for change in json.loads(shown)["changes"]} == {"changed"}


def test_without_an_earlier_version_the_answer_is_no(ask: Ask) -> None:
    assert ask("diff", "phone-policy", "--to", "1")[0] == 1


def test_an_unknown_policy_or_version_is_a_sentence(ask: Ask) -> None:
    assert ask("diff", "nothing")[::2] == (2, "POLICY: there is no policy “nothing”. Wanted one of: phone-policy.\n")
    status, _, fault = ask("diff", "phone-policy", "--from", "7")
    assert status == 2
    assert "1 (1 March 2020); 2 (1 June 2024)" in fault


def test_an_answer_as_of_a_day_says_so_and_that_it_is_superseded(ask: Ask) -> None:
    status, shown, _ = ask("ask", "may I use my phone in the staff room", "--as-of", "2021-05-05", "--json")
    assert status == 0
    cited = json.loads(shown)["citations"][0]
    assert cited["version"] == "1 March 2020"
    assert "as of 5 May 2021" in cited["notes"]
    assert "superseded by the version of 1 June 2024" in cited["notes"]
    assert ask("ask", "may I use my phone", "--as-of", "2010-05-05")[0] == 2
