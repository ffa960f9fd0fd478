"""candour route: who would be told, for concerns given as JSON lines."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from adapters.assembly import House
from adapters.commands.jsonl import listed, objects, required
from adapters.faults import Faults
from adapters.mandates import mandates
from reports.people import PersonId
from reports.report import Concern, Kind
from reports.route import Because, Mandate, Route, choose

EXAMPLE = (
    """echo '{"id": "1", "school": "sample", "kind": "harassment", "subjects": ["head"], "reporter": "t.teacher"}' """
    "| candour route --jsonl"
)


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--jsonl", action="store_true", required=True, help="read concerns as lines; print routes")
    parser.add_argument("--at", metavar="TIME", help="leave out whoever is away then: 2026-10-27, or with a time")


def run(options: Namespace) -> int:
    house, day = House.open(sealing=False), _day(options.at)

    @cache
    def mandated(school: str) -> Sequence[Mandate]:
        return mandates(house.shelf.current(school))

    for asked in objects(sys.stdin):
        id, school = required(asked, "id", "school")
        known = house.school(school).school
        try:
            route = choose(_concern(asked), known, mandated(known.id), day)
        except ValueError as why:
            raise Faults([f"{id}: {why}"]) from None
        print(json.dumps(_object(id, route), ensure_ascii=False), flush=True)
    return 0


def _concern(asked: Mapping[str, Any]) -> Concern:
    (kind,) = required(asked, "kind")
    if kind not in set(Kind):
        raise ValueError(f"the kind “{kind}” is unknown. Wanted one of: {', '.join(Kind)}.")
    reporter = PersonId(required(asked, "reporter")[0] if asked.get("reporter") else "")
    people = (frozenset(map(PersonId, listed(asked, name))) for name in ("witnesses", "affected", "declared"))
    return Concern(Kind(kind), frozenset(listed(asked, "subjects")), reporter, *people)


def _object(id: str, route: Route) -> dict[str, Any]:
    return {
        "id": id,
        "hops": [list(hop.people) for hop in route.hops],
        "copies": list(route.copies),
        "outside": route.outside.value,
        "excluded": sorted(filter(None, route.excluded)),
        "because": [_because(hop.because) for hop in route.hops],
    }


def _because(because: Because) -> dict[str, str]:
    return {"citation": because.citation} if because.citation else {"practice": because.practice}


def _day(at: str | None) -> date | None:
    try:
        return datetime.fromisoformat(at).date() if at else None
    except ValueError:
        raise Faults([f"--at: “{at}” is not a date. Wanted one like 2026-10-27."]) from None
