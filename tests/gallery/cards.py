"""Every card that the bot can show: what every surface must be able to draw."""

from __future__ import annotations

from functools import cache

from adapters.doors import contacts
from adapters.slack import clauses, forms, homepage
from bot import answers, boxes, openly
from bot.card import Also, Ask, Button, Card, Choice, Facts, Kind, Quote, Say, Secret
from tests.bot.house import NOW, library, school
from tests.bot.test_wording import cards

QUESTIONS = (
    "May I accept a friend request from a pupil?",
    "May I post photos of a school trip?",
    "Who do I tell if a colleague bullies me?",
    "What is the capital of Mongolia?",
    "Can I use my own phone?",
    "How long is evidence kept?",
    "May I text a parent?",
)
HOSTILE = (
    "<!channel> <@U01ALICE> <https://evil.example|here> &amp; *bold* _it_ ~no~ `code` > quote :wave: "
    "\u202egnp.exe\u202c"
)
LONG = "A clause that goes on and on, with commas, and never stops. " * 400


@cache
def every() -> tuple[Card, ...]:
    """Those of walks, recipients, questions and answers, and some that nobody should be able to break."""
    said = tuple(answers.card(library().ask(question, NOW.date())) for question in QUESTIONS)
    fixed = (openly.USE_THE_FORM, openly.KEEP_YOUR_CODE, *openly.FOR_A_FORM.values(), clauses.CHANGED, homepage.DO)
    ours = (
        contacts.card(school()),
        contacts.refusal(school()),
        *(shown.card for shown in (*forms.WAIT, *forms.CLOSED)),
    )
    return (*{repr(card): card for card in cards()}.values(), *said, *fixed, *ours, *extremes())


def extremes() -> tuple[Card, ...]:
    many = tuple(Choice(f"p{n}", f"Person {n}") for n in range(100))
    return (
        Card("T" * 400, (Say(LONG), Say(""), Facts(((HOSTILE, LONG), ("", ""))))),
        Card(HOSTILE, (Quote(LONG, HOSTILE, (LONG, HOSTILE), "javascript:alert(1)", (HOSTILE, LONG)),)),
        Card("Also", (Also(tuple(Quote(HOSTILE, "A policy", link="https://school.example/p#3") for _ in range(40))),)),
        Card("Many", asks=(Ask("who", "Who? " * 600, Kind.CHOICE, many), Ask("more", HOSTILE, Kind.CHOICES, many))),
        Card("Words", asks=(Ask("happened", "Tell us.", held=boxes.split(LONG[:14_000]), long=True),)),
        Card("Long labels", asks=(Ask("pick", "Pick", Kind.CHOICES, (Choice("a", "A" * 90), Choice("b", HOSTILE))),)),
        Card("Buttons", (Say(HOSTILE),), buttons=tuple(Button(f"{n} " + "b" * 80, f"open:{n}") for n in range(30))),
        Card("Sent", (Secret("Your private code", "AAAA BBBB CCCC DDDD"),)),
        Card("Emoji", (Say("\U0001f600" * 9_000), Facts((("What happened", "\U0001f600" * 15_000),) * 10))),
    )
