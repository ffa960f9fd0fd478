"""Every line knows its room: who may import whom, what the inner rooms may not touch, and how long a file may be."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("knowledge", "reports", "bot", "adapters")
INNER = ("knowledge", "reports", "bot")

# What an inner room may import. No clock, disk, chance, network, threads or secrets: those are arguments.
PURE = set(
    "__future__ abc bisect calendar collections contextlib copy dataclasses datetime decimal difflib enum fractions "
    "functools hashlib heapq hmac itertools json math numbers operator re statistics string textwrap types typing "
    "unicodedata zoneinfo".split()
)
MAY_IMPORT = {
    "knowledge": PURE | {"knowledge", "rank_bm25", "numpy", "Stemmer", "rapidfuzz"},
    "reports": PURE | {"reports"},
    "bot": PURE | {"bot", "knowledge", "reports"},
}
MAY_NOT_CALL = {"open", "input", "print", "eval", "exec", "compile", "__import__", "breakpoint", "globals"}
CLOCK = {"now", "utcnow", "today"}
CLOCKS = {"datetime", "date"}
TOO_VAGUE = {"utils", "util", "common", "models", "services", "helpers", "core", "manager", "misc", "base"}

# Where `except Exception` may stand: the worker's loop, and each adapter's outermost handler.
OUTERMOST = {
    "adapters/worker.py",
    "adapters/courier.py",
    "adapters/__main__.py",
    "adapters/web/edge.py",
    "adapters/console.py",
    "adapters/slack/app.py",
    "adapters/teams/app.py",
}
UNTESTING = re.compile(r"\bmock\b|\bMagicMock\b|\bmonkeypatch\b|\bxfail\b")


def sources(*folders: str) -> list[str]:
    return [str(path.relative_to(ROOT)) for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


@cache
def tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"), file)


def imported(file: str) -> set[str]:
    """The top-level packages that a file imports, wherever in it. A relative import stays in its room."""
    names: set[str] = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module or "")
    return {name.split(".")[0] for name in names}


def reads_a_clock(node: ast.expr) -> bool:
    """`anything.now()`, and `datetime.now` even uncalled; `sight.now`, which was handed in, is no clock."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK
    return isinstance(node, ast.Attribute) and node.attr in CLOCK and ast.unparse(node.value).split(".")[-1] in CLOCKS


def forbidden_calls(code: ast.AST) -> list[str]:
    """What reaches for the disk, the screen, the clock or the interpreter, with its line."""
    found = []
    for node in ast.walk(code):
        if isinstance(node, ast.Name) and node.id in MAY_NOT_CALL:
            found.append(f"line {node.lineno}: {node.id}")
        elif isinstance(node, ast.expr) and reads_a_clock(node):
            found.append(f"line {node.lineno}: {ast.unparse(node)}")
    return found


def swallows_all(handler: ast.ExceptHandler) -> bool:
    """Does it catch everything, and keep it? One that tidies up and raises again hides nothing."""
    if ast.unparse(handler.body[-1]) == "raise":
        return False
    if handler.type is None:
        return True
    named = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"} for name in named)


def test_every_room_is_looked_at() -> None:
    assert all(sources(room) for room in ROOMS)


def test_an_inner_room_imports_only_what_is_allowed() -> None:
    strangers = {file: imported(file) - MAY_IMPORT[file.split("/")[0]] for file in sources(*INNER)}
    assert {file: names for file, names in strangers.items() if names} == {}


def test_an_inner_room_has_no_clock_disk_or_screen() -> None:
    calls = {file: forbidden_calls(tree(file)) for file in sources(*INNER)}
    assert {file: found for file, found in calls.items() if found} == {}


@pytest.mark.parametrize(
    "code",
    [
        "open('x')",
        "datetime.now(UTC)",
        "f = datetime.now",
        "dt.date.today()",
        "clock.now()",
        "read = open",
        "print('x')",
    ],
)
def test_clock_disk_and_screen_are_noticed(code: str) -> None:
    assert forbidden_calls(ast.parse(code))


def test_a_time_that_was_handed_in_is_no_clock() -> None:
    assert forbidden_calls(ast.parse("due = sight.now + week")) == []


def test_only_the_index_knows_rank_bm25() -> None:
    assert [file for file in sources(*ROOMS) if "rank_bm25" in imported(file)] in ([], ["knowledge/index.py"])


def test_nothing_but_adapters_knows_adapters() -> None:
    assert [file for file in sources(*INNER) if "adapters" in imported(file)] == []


def test_a_file_opens_by_saying_what_it_is_for() -> None:
    openings = {file: (ast.get_docstring(tree(file)) or "").split("\n\n")[0] for file in sources(*ROOMS, "tests")}
    assert [file for file, opening in openings.items() if not opening.rstrip().endswith(".")] == []


def test_a_file_can_be_read_in_one_go() -> None:
    lengths = {file: len((ROOT / file).read_text(encoding="utf-8").splitlines()) for file in sources(*ROOMS)}
    limits = {room: 200 if room in INNER else 300 for room in ROOMS}
    assert {file: length for file, length in lengths.items() if length > limits[file.split("/")[0]]} == {}


def test_every_folder_of_code_is_shipped() -> None:
    """A package that pyproject.toml forgets works in a checkout, and is missing once installed."""
    shipped = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    assert sorted(shipped) == sorted({file.rpartition("/")[0].replace("/", ".") for file in sources(*ROOMS)})


def test_a_name_says_something() -> None:
    parts = {file: {part.removesuffix(".py") for part in file.split("/")} for file in sources(*ROOMS, "tests")}
    assert [file for file, names in parts.items() if names & TOO_VAGUE] == []


def test_everything_is_swallowed_only_at_the_edge() -> None:
    handlers = [(file, node) for file in sources(*ROOMS) for node in ast.walk(tree(file))]
    broad = {file for file, node in handlers if isinstance(node, ast.ExceptHandler) and swallows_all(node)}
    assert broad <= OUTERMOST


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("try: f()\nexcept Exception: log()", True),
        ("try: f()\nexcept: log()", True),
        ("try: f()\nexcept (OSError, BaseException): log()", True),
        ("try: f()\nexcept OSError: log()", False),
        ("try: f()\nexcept BaseException:\n undo()\n raise", False),
    ],
)
def test_what_swallows_everything_is_noticed(code: str, wrong: bool) -> None:
    assert any(swallows_all(node) for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ExceptHandler)) == wrong


def test_tests_patch_nothing_and_expect_no_failure() -> None:
    others = [file for file in sources("tests") if file != "tests/test_rooms.py"]  # which has to name them
    assert [file for file in others if UNTESTING.search((ROOT / file).read_text(encoding="utf-8"))] == []
