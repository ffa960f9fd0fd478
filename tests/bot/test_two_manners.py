"""Question by question or section by section: the same answers make the same report."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping

import pytest

from bot.card import Ask, Kind
from reports.case import Filed
from tests.bot.house import Bot
from tests.bot.walking import LONGEST_WALK, TEXTS, last_of_code

ACCOUNTS = (
    "He called me names in the staff room.",
    "Helen Ashdown saw it and Mr Okonjo took part.",
    "Someone shared a naked photo in the chat, and I can't go on.",
    "My name is Tamsin Okafor.",
)
PEOPLE = ("c.colleague", "h.head", "d.deputy", "c.chair")
WALKS = 120


def pick(seed: int, ask: Ask, again: int) -> tuple[str, ...]:
    """What this person answers to this question; the same whenever and wherever it is asked with the same choices."""
    key = hashlib.sha256(f"{seed} {ask.name} {again}".encode()).digest()
    chance = random.Random(key)  # noqa: S311 - a test's own chance
    values = [choice.value for choice in ask.choices if not choice.stays]
    if ask.name == "send":
        return (chance.choice(["send", "send", "words", "about", "add"]) if again < 2 else "send",)
    if ask.name in ("where", "rerouted") and again > 1:
        return ("right",)
    match ask.kind:
        case Kind.TEXT:
            return (chance.choice(ACCOUNTS) if ask.name == "happened" else TEXTS.get(ask.name, "A few words."),)
        case Kind.CHOICE:
            return (chance.choice(values),)
        case Kind.CHOICES:
            return tuple(chance.sample(values, min(len(values), chance.choice((1, 1, 2)))))
    return (*chance.sample(PEOPLE, chance.choice((0, 1, 2))),) or (values[0],)


def typed(ask: Ask, values: tuple[str, ...]) -> str:
    return values[0] if ask.kind is Kind.TEXT else ", ".join(values)


def walked(seed: int, forms: bool) -> tuple[Bot, Mapping[str, tuple[str, ...]]]:
    """To the end; gives also the last answer to each question."""
    bot, given, times = Bot(forms=forms), dict[str, tuple[str, ...]](), dict[str, int]()
    bot.say("report")
    for _ in range(LONGEST_WALK):
        asks = bot.card.asks
        if not asks:
            break
        if asks[0].name == "code":
            end = last_of_code(bot)
            bot.fill({"code": (end,)}) if forms else bot.say(end)
            continue
        assert not bot.card.problems
        fields = {}
        for ask in asks:
            if ask.name in bot.answers:  # it stands there already, beside a question that has opened
                fields[ask.name] = ask.held
                continue
            fields[ask.name] = pick(seed, ask, times.get(ask.name, 0))
            times[ask.name] = times.get(ask.name, 0) + 1
        given |= fields
        bot.fill(fields) if forms else bot.say(typed(asks[0], fields[asks[0].name]))
    return bot, given


def filed(bot: Bot) -> tuple[object, ...]:
    """Everything that was filed: the concern, the route, the name choice and the words."""
    (id,) = bot.cases.events
    first = bot.cases.events[id][0]
    assert isinstance(first, Filed)
    return first.report, first.route, first.urgent, dict(bot.cases.kept[id])


@pytest.mark.parametrize("seed", range(WALKS))
def test_both_manners_file_the_same(seed: int) -> None:
    line, _ = walked(seed, forms=False)
    form, _ = walked(seed, forms=True)
    assert line.card.title == form.card.title
    assert bool(line.cases.events) == bool(form.cases.events)
    if line.cases.events:
        assert filed(line) == filed(form)


def test_most_of_these_walks_are_sent() -> None:
    sent = [walked(seed, forms=True)[0].card.title == "Your report is on its way" for seed in range(WALKS)]
    assert sum(sent) > WALKS * 0.8
