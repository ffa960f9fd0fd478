"""candour intent: what somebody wants, from what they type first."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace

from adapters.commands.jsonl import objects, required
from bot.intents import Intent, intent

EXAMPLE = """echo '{"id": "1", "text": "I want to report something"}' | candour intent --jsonl"""


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--jsonl", action="store_true", required=True, help='read lines {"id", "text"}; print lines')


def run(_: Namespace) -> int:
    for said in objects(sys.stdin):
        id, text = required(said, "id", "text")
        wish = intent(text)
        shown = Intent.ASK if wish is Intent.PERMIT else wish  # a permission is asked for: to others, a question
        print(json.dumps({"id": id, "intent": shown.value}), flush=True)
    return 0
