"""candour ingest: reads policies and says what it understood of them."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from adapters import ingest
from adapters.assembly import House
from adapters.faults import Faults
from adapters.formats import Unreadable
from adapters.ingest import Taken

EXAMPLE = "candour ingest policies/social-media.txt --school st-osmunds"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a policy: Word, PDF, HTML, text")
    parser.add_argument("--school", help="the school's id; not needed where there is only one")
    parser.add_argument("--title", default="", help="the title, where the file does not print it")
    parser.add_argument("--policy", default="", help="the policy's id: the same id makes a new version of it")
    parser.add_argument("--json", action="store_true", help="print one JSON object a file")


def run(options: Namespace) -> int:
    """Every file that can be read is kept; each that can't gets a sentence."""
    if len(options.files) > 1 and (options.policy or options.title):
        raise Faults(["--policy, --title: they name one policy, and there are several files. Ingest them one by one."])
    house = House.open(sealing=False)
    school = house.school(options.school).school.id
    failed = False
    for file in options.files:
        try:
            taken = ingest.take(house.shelf, school, file, options.policy, options.title)
        except Unreadable as why:
            print(why, file=sys.stderr)
            failed = True
        else:
            print(json.dumps(_object(taken), ensure_ascii=False) if options.json else _words(taken))
    house.library(school)  # fits the index, so that the first question does not wait for it
    return 2 if failed else 0


def _words(taken: Taken) -> str:
    policy, version = taken.policy, taken.policy.version
    rows = [
        ("policy", policy.id),
        ("version", (version.dated or "no date found") + ("" if taken.new else " (already in force: nothing changed)")),
        ("next review", f"{version.review:%B %Y}" if version.review else "no date found"),
        ("clauses", str(len(policy.clauses))),
        *(("warning", warning) for warning in taken.warnings),
    ]
    return "\n".join([policy.title, *(f"  {name}: {value}" for name, value in rows)])


def _object(taken: Taken) -> dict[str, object]:
    policy, version = taken.policy, taken.policy.version
    return {
        "policy": policy.id,
        "title": policy.title,
        "version": version.dated,
        "digest": version.digest,
        "review": version.review.isoformat() if version.review else None,
        "clauses": len(policy.clauses),
        "new": taken.new,
        "warnings": list(taken.warnings),
    }
