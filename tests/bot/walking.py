"""Walks through the report by every choice, as someone would who answers each question once."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bot.card import Ask, Card, Kind
from tests.bot.house import FROM_A_MESSAGE, Bot

ACCOUNTS = (
    "He called me names in the staff room.",
    "Helen Ashdown saw it and Mr Okonjo took part.",
    "Someone shared a naked photo in the chat.",
    "As the only music teacher I can't go on.",
    "My name is Tamsin and my number is 07700 900123.",
    "He has a knife and is going to stab someone.",
)
TEXTS = {"when": "about two weeks ago", "link": "https://bad.example/x", "site": "bad.example"}
MOSTLY = {"where": 30, "rerouted": 30, "send": 10}  # how often agreed to, for once changed, kept or deleted
LONGEST_WALK = 40  # questions


def answers_to(ask: Ask) -> Iterator[str]:
    """Everything worth typing at a question, except what is only shown and asked again."""
    picks = [str(n) for n, choice in enumerate(ask.choices, 1) if not choice.stays]
    match ask.kind:
        case Kind.CHOICE:
            yield from picks
        case Kind.CHOICES:
            yield from picks
            yield ", ".join(picks[1:3])
        case Kind.PEOPLE:
            yield from ("1", "Callum Redgrave-Iyer", "Rosalind Yip and Marek Zielony")
        case Kind.TEXT:
            yield from ACCOUNTS if ask.name == "happened" else (TEXTS.get(ask.name, "A few words."),)


def walk(seed: int, seen: list[Card], ways: dict[str, tuple[str, ...]] | None = None) -> Bot:
    """One report, by chance choices, to its end. Every card on the way is added to `seen`, and to `ways`
    what was typed to come to each question."""
    chance, bot = random.Random(seed), Bot()  # noqa: S311 - a test's own chance
    said = [FROM_A_MESSAGE if seed % 8 == 7 else "report"]
    bot.say(said[0])
    for _ in range(LONGEST_WALK):
        seen.extend(reply.card for reply in bot.replies)
        card = bot.replies[-1].card
        if not card.asks:
            break
        if ways is not None:
            ways.setdefault(card.asks[0].name, tuple(said))
        said.append(_next(card.asks[0], bot, chance))
        bot.say(said[-1])
    seen.extend(reply.card for reply in bot.replies)
    return bot


def _next(ask: Ask, bot: Bot, chance: random.Random) -> str:
    if ask.name == "code":
        return last_of_code(bot)
    choices = list(answers_to(ask))
    if ask.name in MOSTLY:
        return chance.choices(["1", *choices], [MOSTLY[ask.name], *[1] * len(choices)])[0]
    return chance.choice(choices)


def last_of_code(bot: Bot) -> str:
    return next(iter(bot.receipts.kept))[-4:]
