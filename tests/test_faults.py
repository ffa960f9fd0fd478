"""Which test proves what happens under each fault that the design names: told by the number in the test's name."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent
NUMBER = re.compile(r"(?<=_f)\d\d(?=_)")

FAULTS = {
    1: "killed after Send, before anything was kept: no case, and that is said",
    2: "killed after it was kept, before anyone was told: told after a restart, once",
    3: "killed after the notice went, before that was kept: one item, and a repeat under the same id",
    4: "the platform says the same thing three times: one case, one code",
    5: "Send twice within a moment: one case",
    6: "the database is locked for seconds: an answer in time, nothing lost",
    7: "the disk is full when it is to be kept: no half case, and that is said",
    8: "the disk is full in the audit: no act without its entry",
    9: "a way says to wait a minute: it is left alone, others are not held up, what is urgent goes elsewhere",
    10: "a way is down for two hours: it is tried again, and the urgent clock runs on",
    11: "a recipient's account is closed: the next hop at once",
    12: "Teams refuses without saying why: the next hop at once",
    13: "a recipient who has muted us: delivered, not opened, the clock runs",
    14: "opened and never acknowledged: it moves on",
    15: "every hop was silent: the reporter hears of the outside body",
    16: "nobody chairs the governors: production does not start with a report that leads to nobody",
    17: "head and safeguarding lead are one person whom it is about: neither post receives it",
    18: "two heads, and only the post was named: neither receives it",
    19: "whom it is about has accounts on Slack and on Teams: told on neither",
    20: "two people swap the names that are shown: ids decide",
    21: "a typed name fits two people: asked, and if it stays open neither is told",
    22: "the account names who would receive it: asked before it is sent, and routed anew",
    23: "a later message names who has it: they lose it before it is kept",
    24: "a recipient declares a conflict: the next hop at once, and never theirs again",
    25: "whom it is about becomes chair meanwhile: receives nothing of it",
    26: "school.toml changes who receives: in force after a day, and both are told",
    27: "the clock jumps by an hour or a day: no hop twice, none left out",
    28: "off for three days: each overdue hop once, urgent first",
    29: "the last minute of the summer term: nobody waits until September",
    30: "leap days, year's ends, both changes of the clock: the right times",
    31: "a forged, stale or repeated request: refused, and nothing kept",
    32: "a good signature with somebody else's id in a button: the signed one counts",
    33: "a button of a message that was passed on: refused",
    34: "a report begun where others read: moved, and nothing repeated",
    35: "a picture sent at any step: never fetched",
    36: "an account that speaks of an indecent picture of a child: asked not to send it",
    37: "a thousand wrong codes: the same words each time, and guidance for all",
    38: "a code where it does not belong: not taken, and warned of, and another one given to whoever asks",
    39: "one case's key is damaged: that case is closed and all others are well",
    40: "no key at the start: no reports, and questions as ever",
    41: "the wrong key: known at once, nothing written",
    42: "the audit was changed: its first bad entry is named",
    43: "an erasure is interrupted: unreadable at once, and finished later",
    44: "a long reader keeps the log from being scrubbed: tried again until it is",
    45: "a backup is put back after an erasure: still unreadable",
    46: "words to look for on every path at debug: in no log and no file",
    47: "figures of small months: none can be worked out",
    48: "somebody barred lists, opens and measures: as if it were not there",
    49: "an administrator runs every command: no word and no reporter",
    50: "a second school with the same ids and addresses: nothing crosses",
    51: "10 MB, null bytes, writing from right to left, 100,000 signs: bounded, whole or refused",
    52: "a policy is replaced in mid-report: the route stays, and the old words can be read",
    53: "a policy full of markup: words and nothing else",
    55: "300 reports in five minutes: what is urgent goes first, and nobody waits for guidance",
    56: "the worker dies without a word: an alarm outside",
    57: "two workers: each hop once",
    58: "a test that is not found any more: the run fails",
}  # the design has no 54th


def named() -> list[str]:
    """The names of all tests, as they stand in the files."""
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in sorted(TESTS.rglob("test_*.py")))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = (node.name for tree in trees for node in ast.walk(tree) if isinstance(node, kinds))
    return [name for name in found if name.startswith("test_")]


def proven() -> set[int]:
    return {int(number) for name in named() for number in NUMBER.findall(name)}


def test_every_fault_of_the_table_has_a_test_by_its_number() -> None:
    assert set(FAULTS) - proven() == set()


def test_no_test_bears_a_number_that_stands_for_nothing() -> None:
    assert proven() <= set(FAULTS)
    assert not [name for name in named() if re.match(r"test_f\d_", name)]
