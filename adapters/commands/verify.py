"""candour verify: whether anything in the audit was changed, moved or taken out, and the first entry that was."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from adapters.assembly import House
from adapters.faults import Faults
from adapters.stores.audit import StoredAudit
from adapters.vault import WrongKey
from reports.ledger import Flaw, Head, Restored, plain, restored, short

EXAMPLE = "candour verify --school st-osmunds --export audit.jsonl"
LEAST = 8  # hex digits: fewer could be found by accident
OWNER_ONLY = 0o600


@dataclass(frozen=True)
class Verdict:
    school: str
    head: Head
    flaw: Flaw | None
    sealed: bool  # whether the seal on its end could be looked at
    shown: int | None = None  # the entry whose hash begins as somebody wrote it down; 0 where there is none
    restored: tuple[Restored, ...] = ()

    @property
    def well(self) -> bool:
        return self.flaw is None and self.shown != 0

    def as_json(self) -> dict[str, object]:
        return {"ok": self.well, "school": self.school, "entries": self.head.number, "head": self.head.hash} | {
            "first_bad": asdict(self.flaw) if self.flaw else None,
            "seal": "looked at" if self.sealed else "not looked at: no key",
            "shown": self.shown,
            "restored": [asdict(one) for one in self.restored],
        }


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--school", help="the school's id; without it, every school")
    parser.add_argument("--head", help="the record's mark that somebody wrote down, such as from a receipt")
    parser.add_argument("--export", type=Path, metavar="FILE", help="write the audit there too, as lines of JSON")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: Namespace) -> int:
    begins = _begins(options.head)
    house, key = _opened()
    schools = [house.school(options.school)] if options.school or options.export else list(house.schools.values())
    verdicts = [_verdict(house, registered.school.id, begins, key) for registered in schools]
    if options.export:
        _export(house.audit(verdicts[0].school, key), verdicts[0].school, options.export)
    well = all(verdict.well for verdict in verdicts)
    if options.json:
        print(json.dumps({"ok": well, "schools": [verdict.as_json() for verdict in verdicts]}))
    else:
        print("\n".join(line for verdict in verdicts for line in _lines(verdict, options.head or "")))
    return 0 if well else 1


def _begins(head: str | None) -> str:
    """An empty mark is a fault: whoever checks one must not be told that all is well."""
    begins = plain(head or "")
    if head is not None and (len(begins) < LEAST or not set(begins) <= set("0123456789abcdef")):
        raise Faults([f"--head: “{head}” is no mark of a record. Wanted at least {LEAST} of the digits 0-9 and a-f."])
    return begins


def _opened() -> tuple[House, bool]:
    """Whoever checks it may have no key. Then all is checked but the seal on its end."""
    try:
        house = House.open()
        return house, bool(house.vault)
    except (Faults, WrongKey) as why:
        print(f"The seal on the end of the audit is not looked at: {why}", file=sys.stderr)
        return House.open(sealing=False), False


def _verdict(house: House, school: str, begins: str, key: bool) -> Verdict:
    audit = house.audit(school, key)
    shown = audit.ends_with(begins) if begins else None
    return Verdict(school, audit.head(), audit.flaw(), key, shown, restored(audit.entries()))


def put_back_lines(audit: StoredAudit) -> list[str]:
    """A sentence for each time that a backup was put back, in order."""
    return list(map(_put_back, restored(audit.entries())))


def _put_back(one: Restored) -> str:
    says = f"entry {one.number}: a backup was put back"
    if one.whole:
        return f"{says}, and nothing that stood in the audit was lost by it."
    if one.ended:
        return f"{says}. Another audit stood here, which ended with {short(one.ended)} and is not in this one."
    return f"{says} where there was no audit. What was done after that backup was made is not in this one."


def _lines(verdict: Verdict, asked: str) -> Iterator[str]:
    if verdict.flaw:
        yield f"{verdict.school}: entry {verdict.flaw.number} is bad. {verdict.flaw.says}"
    elif verdict.head.number:
        ends = f"It ends with {short(verdict.head.hash)}."
        yield f"{verdict.school}: {verdict.head.number} entries, none changed. {ends}"
    else:
        yield f"{verdict.school}: there are no entries yet."
    yield from (f"{verdict.school}: {_put_back(one)}" for one in verdict.restored)
    if verdict.shown:
        yield f"{verdict.school}: {asked} is entry {verdict.shown}."
    elif verdict.shown == 0:
        yield (
            f"{verdict.school}: no entry has the mark {asked}. If it was shown for this school, "
            "the audit was cut off or replaced after that."
        )


def _export(audit: StoredAudit, school: str, file: Path) -> None:
    """The entries, and where they end: all of it is read by docs/verify_chain.py."""
    entries, head = audit.kept()
    end = {"school": school, "entries": head.number, "head": head.hash}
    try:
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY), "w", encoding="ascii") as opened:
            opened.writelines(json.dumps(said) + "\n" for said in (*map(asdict, entries), end))
    except OSError as fault:
        raise Faults([f"{file}: it cannot be written ({(fault.strerror or 'no reason given').lower()})."]) from None
