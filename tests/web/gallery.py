"""Every kind of card there is: those of walks through a report, of its recipients, and some nobody would write."""

from __future__ import annotations

from functools import cache

from bot.card import Also, Ask, Button, Card, Choice, Facts, Kind, Quote, Say, Secret
from reports.people import PersonId
from tests.bot.house import CHAIR, HEAD
from tests.bot.walking import walk

HOSTILE = "</p><script>alert(1)</script> <@U123> <!channel> & 'one' \"two\" {x} \\ `code`"
WALKS = 12
PICKS = (Choice("one", f"One {HOSTILE}"), Choice("two", "Two", shows="panel"), Choice("O.Upper", "Three", stays=True))
EVERY_KIND = tuple(
    Ask(f"{kind}{'_too' * optional}", f"{kind} {HOSTILE}", kind, PICKS if kind is not Kind.TEXT else (), optional)
    for kind in Kind
    for optional in (False, True)
)
QUOTE = Quote(
    f"A clause.\n{HOSTILE}",
    f"Policy {HOSTILE}",
    (f"Lead {HOSTILE}",),
    "https://school.example/p#1",
    ("MUST NOT", HOSTILE),
)
ODD = (
    Card(
        f"Title {HOSTILE}",
        (
            Say(f"First line\n\n  second {HOSTILE}\u202e\x1b[2J\0"),
            QUOTE,
            Also((QUOTE, Quote("Bare", "Source", link="javascript:alert(1)"))),
            Facts((("Name", HOSTILE), (HOSTILE, "value\nof two lines"))),
            Secret("Your private code", "AAAA BBBB"),
        ),
        EVERY_KIND,
        (Button(f"Press {HOSTILE}", f"open:{HOSTILE}"), Button("Grave", "stop", grave=True)),
        {"text": f"Wrong {HOSTILE}", "choice": "Choose one.", "elsewhere": "Something else."},
        ("back", "stop"),
    ),
    Card("Again", asks=(Ask("text", "Say it", suggestion=f"Said {HOSTILE}"),)),
    Card("Pick again", asks=(Ask("choice", "Pick", Kind.CHOICE, PICKS, suggestion="Two"),), problems={"choice": "No."}),
    Card("Empty", (Facts(()), Say(""))),
    Card("Words of every script", (Say("Cymraeg ŵ · العربية · 中文 · 👩‍👧 · नमस्ते"),)),
)


@cache
def cards() -> tuple[Card, ...]:
    seen: list[Card] = []
    for seed in range(WALKS):
        bot = walk(seed, seen)
        bot.carry()
        for who in (HEAD, CHAIR, PersonId("s.dsl")):
            for action in ("inbox", *(f"{verb}:{id}" for verb in ("gate", "open", "ack") for id in bot.cases.events)):
                seen.extend(reply.card for reply in bot.press(action, who))
    return (*{repr(card): card for card in seen}.values(), *ODD)
