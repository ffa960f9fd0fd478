"""candour clauses: the clauses of a file, without keeping them."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from adapters import ingest
from knowledge.policy import Clause

EXAMPLE = "candour clauses policies/social-media.txt --json"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a policy: Word, PDF, HTML, text")
    parser.add_argument("--json", action="store_true", help="print a JSON list")


def run(options: Namespace) -> int:
    policy = ingest.read(options.file)
    if options.json:
        print(json.dumps([_object(clause) for clause in policy.clauses], ensure_ascii=False, indent=1))
    else:
        print("\n\n".join(f"[{clause.label}] {' '.join([*clause.lead_ins, clause.text])}" for clause in policy.clauses))
    return 0


def _object(clause: Clause) -> dict[str, object]:
    return {
        "marker": clause.marker,
        "number": clause.number,
        "label": clause.label,
        "headings": list(clause.headings),
        "lead_in": "\n".join(clause.lead_ins),
        "text": clause.text,
        "page": clause.page,
        "kind": clause.kind.value,
    }
