"""A quick look before a pattern never keeps it from what it would find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import product
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]  # the only reader of patterns there is
from typing import Any

import pytest

import knowledge
from knowledge.sought import Sought

ANYTHING = "\0"  # stands for whatever a pattern leaves open
MOST = 5_000  # texts of one pattern; of longer ones, a part may be anything


def texts(parts: Iterable[Any]) -> set[str]:
    """Every text that a pattern matches, open places marked."""
    found = {""}
    for part in parts:
        more = one(*part)
        if len(found) * len(more) > MOST:
            found, more = ({ANYTHING}, more) if len(found) > len(more) else (found, {ANYTHING})
        found = {first + second for first, second in product(found, more)}
    return found


def one(kind: Any, told: Any) -> set[str]:
    match str(kind):
        case "LITERAL":
            return {chr(told)}
        case "BRANCH":
            return set().union(*map(texts, told[1]))
        case "SUBPATTERN":
            return texts(told[3])
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, repeated = told
            once = texts(repeated) if least or most == 1 else {ANYTHING}
            if ANYTHING in once:
                return {ANYTHING}
            return {text + ANYTHING * (most > 1) for text in once} | ({""} if not least else set())
        case "IN" if len(told) < 5 and all(str(each) == "LITERAL" for each, _ in told):
            return {chr(letter) for _, letter in told}
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return {""}
        case _:
            return {ANYTHING}


def inside(value: object) -> Iterator[Sought]:
    if isinstance(value, Sought):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from inside(each)


def every() -> list[Sought]:
    files = sorted(Path(str(knowledge.__file__)).parent.glob("[a-z]*.py"))
    modules = [import_module(f"knowledge.{file.stem}") for file in files]
    return [found for module in modules for value in vars(module).values() for found in inside(value) if found.tells]


@pytest.mark.parametrize("sought", every(), ids=lambda sought: ",".join(sought.tells)[:30])
def test_whatever_a_pattern_matches_holds_one_of_its_tells(sought: Sought) -> None:
    assert [text for text in texts(parser.parse(sought.pattern)) if not sought.may_be_in(text)] == []


def test_a_tell_that_a_pattern_can_do_without_is_noticed() -> None:
    found = texts(parser.parse(r"\b(tell|inform) (the )?\w+"))
    assert found == {f"{verb} {the}\0" for verb in ("tell", "inform") for the in ("", "the ")}
    assert not all(map(Sought(r"\b(tell|inform) (the )?\w+", "tell").may_be_in, found))


def test_where_case_is_ignored_a_tell_is_found_in_any_case() -> None:
    sought, plain = Sought("(tell|insist)", "tell,insist", re.IGNORECASE), re.compile("(tell|insist)", re.IGNORECASE)
    for text in ("TELL", "Insist", "ınsist", "İNSIST", "inſist", "“tell”", "told", "“told”"):
        assert bool(sought.search(text)) == bool(plain.search(text)), text


def test_it_is_used_like_a_pattern() -> None:
    sought, plain = Sought(r"a(b)c?", "ab"), re.compile(r"a(b)c?")
    for text in ("", "xyz", "ab abc", "ABC"):
        assert bool(sought.search(text)) == bool(plain.search(text))
        assert bool(sought.match(text)) == bool(plain.match(text))
        assert sought.findall(text) == plain.findall(text)
        assert [found.span() for found in sought.finditer(text)] == [found.span() for found in plain.finditer(text)]
        assert sought.sub("-", text) == plain.sub("-", text)
        assert sought.split(text) == plain.split(text)
