"""candour diff: what changed between two versions of a policy, clause by clause."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Sequence

from adapters.assembly import House
from adapters.faults import Faults
from knowledge.difference import Change, Difference, Mark, between
from knowledge.versions import Kept, called

EXAMPLE = 'candour diff social-media-policy --school st-osmunds --from 1 --to "12 March 2026"'
MARKS = {Mark.KEPT: "{}", Mark.OUT: "[-{}-]", Mark.IN: "{{+{}+}}"}


def add(parser: ArgumentParser) -> None:
    parser.add_argument("policy", metavar="POLICY", help="the policy's id or title")
    parser.add_argument("--school", help="the school's id; not needed where there is only one")
    parser.add_argument("--from", dest="before", metavar="V", default="", help="a version's number or date")
    parser.add_argument("--to", dest="after", metavar="V", default="", help="the same; the one in force if left out")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: Namespace) -> int:
    """0 where two versions were compared, changed or not; 1 where there is no earlier one."""
    house = House.open()
    school = house.school(options.school).school.id
    versions = house.shelf.kept(school, _id(house, school, options.policy))
    before, after = _chosen(versions, options.before, options.after)
    if before is None:
        print(f"{after.policy.title}: there is no earlier version to compare with.")
        return 1
    found = between(before.policy.clauses, after.policy.clauses)
    if options.json:
        print(json.dumps(_object(before, after, found), ensure_ascii=False))
    else:
        print(_words(before, after, found))
    return 0


def _id(house: House, school: str, name: str) -> str:
    known = {policy.id: policy.title for policy in house.shelf.current(school)}
    wanted = name.casefold()
    ids = [id for id, title in known.items() if wanted in {id.casefold(), title.casefold()}]
    if not ids:
        raise Faults([f"POLICY: there is no policy “{name}”. Wanted one of: {', '.join(known) or 'none is kept yet'}."])
    return ids[0]


def _chosen(versions: Sequence[Kept], before: str, after: str) -> tuple[Kept | None, Kept]:
    """`versions`: newest first. Without names, the newest and the one before it."""
    last = _named(versions, "--to", after) if after else versions[0]
    if before:
        return _named(versions, "--from", before), last
    return next((kept for kept in versions if kept.number < last.number), None), last


def _named(versions: Sequence[Kept], option: str, name: str) -> Kept:
    found = called(versions, name)
    if found is None:
        known = "; ".join(map(_edition, reversed(versions)))
        raise Faults([f"{option}: there is no version “{name}”. Wanted the number or the date of one of: {known}."])
    return found


def _edition(kept: Kept) -> str:
    return f"{kept.number} ({kept.policy.version.dated or 'no date'})"


def _words(before: Kept, after: Kept, found: Sequence[Difference]) -> str:
    heading = f"{after.policy.title}: version {_edition(before)} to version {_edition(after)}"
    counted = Counter(difference.change for difference in found)
    counts = ", ".join(f"{counted[change]} {change}" for change in Change if counted[change])
    return "\n\n".join([heading, *map(_told, found), f"{counts}." if counts else "No clause has changed."])


def _told(difference: Difference) -> str:
    before, after = difference.before, difference.after
    if before and after and before.number != after.number:
        where = f"{after.label} (before: {before.label})"
    else:
        where = (after or before).label  # type: ignore[union-attr]  # one of them is there
    text = "".join(MARKS[piece.mark].format(piece.text) for piece in difference.pieces)
    return f"{difference.change} {where}\n  {text}"


def _object(before: Kept, after: Kept, found: Sequence[Difference]) -> dict[str, object]:
    return {
        "policy": after.policy.id,
        "title": after.policy.title,
        "from": {"number": before.number, "dated": before.policy.version.dated},
        "to": {"number": after.number, "dated": after.policy.version.dated},
        "changes": [
            {
                "change": difference.change.value,
                "before": difference.before.label if difference.before else None,
                "after": difference.after.label if difference.after else None,
                "pieces": [[piece.mark.value, piece.text] for piece in difference.pieces],
            }
            for difference in found
        ],
    }
