"""candour ask: one question for people, or many as JSON lines."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from adapters.assembly import House
from adapters.commands.jsonl import objects, required
from adapters.faults import Faults
from knowledge import dates
from knowledge.library import Answer, Closest, Library, Passage, Silence

EXAMPLE = 'candour ask "can I accept a friend request from an ex pupil?" --school sample'
OUTCOMES = {Answer: "answer", Closest: "closest", Silence: "silence"}
SHOWN = 3


def add(parser: ArgumentParser) -> None:
    parser.add_argument("question", nargs="?", help="the question, in your own words")
    parser.add_argument("--school", help="the school's id; not needed where there is only one")
    parser.add_argument("--as-of", metavar="DATE", type=_day, help="as the policies stood on that day: 2024-03-01")
    parser.add_argument("--why", action="store_true", help="show the words, scores and reason behind the answer")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of words for people")
    parser.add_argument("--jsonl", action="store_true", help='read lines {"id", "school", "question"}; print lines')


def run(options: Namespace) -> int:
    house = House.open(sealing=False)
    if options.jsonl:
        return _lines(house, options.as_of)
    if not (options.question or "").strip():
        raise Faults(['ask: the question is missing. Try: candour ask "who do I tell?"'])
    library = _library(house, options.school, options.as_of)
    outcome = library.ask(options.question, house.clock().date())
    if options.json:
        print(json.dumps(answered("", outcome), ensure_ascii=False))
    else:
        _show(outcome, options.why)
    return 1 if isinstance(outcome, Silence) else 0


def _day(text: str) -> date:
    found = dates.read(text)
    if found is None:
        raise ArgumentTypeError(f"“{text}” is no date. Wanted one such as 2024-03-01 or 1 March 2024.")
    return found


def _library(house: House, school: str | None, as_of: date | None) -> Library:
    registered = house.school(school)
    if house.settings.sample and not house.shelf.current(registered.school.id):
        from adapters.commands.migrate import stocked

        stocked(house, registered)
    if as_of is None:
        return house.library(registered.school.id)
    library = house.library_as_of(registered.school.id, as_of)
    if not library.titles:
        raise Faults(
            [f"--as-of: no version that is kept here was in force on {as_of.isoformat()}. Wanted a later day."]
        )
    return library


def _show(outcome: Answer | Closest | Silence, why: bool) -> None:
    from dataclasses import replace

    from adapters.console import Screen
    from bot import answers
    from bot.asking import Reply

    screen = Screen()
    screen.show((Reply(replace(answers.card(outcome), buttons=())),))
    if why:
        screen.say(f"\nWhy:\n{outcome.why}")


def _lines(house: House, as_of: date | None) -> int:
    @cache
    def library(school: str) -> Library:
        return _library(house, school, as_of)

    today = house.clock().date()
    for asked in objects(sys.stdin):
        id, school, question = required(asked, "id", "school", "question")
        print(json.dumps(answered(id, library(school).ask(question, today)), ensure_ascii=False), flush=True)
    return 0


def answered(id: str, outcome: Answer | Closest | Silence) -> dict[str, Any]:
    """What one question came to, as the scorer and other programs read it."""
    shown = () if isinstance(outcome, Silence) else outcome.passages[:SHOWN]
    return {
        "id": id,
        "outcome": OUTCOMES[type(outcome)],
        "citations": list(map(_clause, shown)),
        "ranked": list(_ranked(outcome)),
    }


def _ranked(outcome: Answer | Closest | Silence) -> Iterator[dict[str, Any]]:
    return map(_clause, outcome.ranked)


def _clause(passage: Passage) -> dict[str, Any]:
    clause, policy = passage.clause, passage.policy
    return {
        "text": clause.text,
        "headings": list(clause.headings),
        "label": clause.label,
        "lead_in": "\n".join(clause.lead_ins),
        "policy": policy.title,
        "version": policy.version.dated,
        "page": clause.page,
        "url": passage.citation.link,
        "notes": list(passage.health.notes),
        "citation": str(passage.citation),
    }
