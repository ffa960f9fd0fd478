"""Shows what the policies say, word for word with where it stands, or where nothing was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.card import Also, Button, Card, Part, Quote, Say
from knowledge.library import Answer, Closest, Passage, Silence

REPORT = Button("Report something privately", "report")
TRY_AGAIN = "You could ask in other words, or ask the person who looks after the policy."
DISAGREE = "Two clauses of your school disagree: {}. I can't settle that. Please ask the person who looks after them."
FROM_HERE = "You can tell someone in private from here."
NOTHING = "Nothing found"
ALSO = 2  # further clauses shown under the first


def card(outcome: Answer | Closest | Silence) -> Card:
    match outcome:
        case Answer():
            return Card("What the policy says", tuple(_answer(outcome)), buttons=(REPORT,))
        case Closest():
            return Card("The nearest I found", tuple(_closest(outcome)), buttons=(REPORT,))
        case Silence(searched=searched, rule=rule):
            return Card(NOTHING, (*_rule(rule), Say(nothing_in(searched)), Say(TRY_AGAIN)), buttons=(REPORT,))


def policies(titles: Sequence[str]) -> Card:
    return Card("The policies I know", tuple(map(Say, titles)) or (Say(nothing_in(())),))


def _answer(answer: Answer) -> Iterator[Part]:
    """The rule of safety first; two clauses that disagree side by side; the rest under "also"; whom to tell last."""
    leading = 2 if answer.disagreement else 1
    quotes = _quotes(answer.passages[: 1 + ALSO])
    yield from _rule(answer.rule)
    if answer.disagreement:
        yield Say(DISAGREE.format(answer.disagreement))
    yield from quotes[:leading]
    if quotes[leading:]:
        yield Also(quotes[leading:])
    yield from _next(answer.passages[:leading])


def _closest(closest: Closest) -> Iterator[Part]:
    yield from _rule(closest.rule)
    yield Say(f"I did not find this in {listed(closest.searched)}. These are the nearest clauses.")
    yield from _quotes(closest.passages[: 1 + ALSO])


def _rule(rule: str) -> tuple[Say, ...]:
    return (Say(rule),) if rule else ()


def _next(passages: Sequence[Passage]) -> Iterator[Say]:
    """Whom the clause names, and that they can be told from here."""
    named = ["; ".join(dict.fromkeys(map(str, passage.health.told))) for passage in passages]
    if len(set(named)) > 1:
        each = zip(("first", "second"), named, strict=False)
        yield Say(" ".join(f"The {place} clause says: {who}." for place, who in each if who) + f" {FROM_HERE}")
    elif named[0]:
        yield Say(f"What to do next: {named[0]}. {FROM_HERE}")


def nothing_in(searched: Sequence[str]) -> str:
    if not searched:
        return "Your school has no policies here yet, so I have nowhere to look."
    return f"I found nothing about that in {listed(searched)}."


def listed(titles: Sequence[str]) -> str:
    """ "A, B and C"."""
    return " and ".join(filter(None, (", ".join(titles[:-1]), titles[-1]))) if titles else ""


def _quotes(passages: Sequence[Passage]) -> tuple[Quote, ...]:
    """What is true of a whole policy is noted under the first clause of it only."""
    seen: set[str] = set()
    quotes = []
    for passage in passages:
        quotes.append(_quote(passage, passage.policy.id not in seen))
        seen.add(passage.policy.id)
    return tuple(quotes)


def _quote(passage: Passage, first: bool) -> Quote:
    health = passage.health
    notes = (", ".join(health.bindings), *(health.standing if first else ()))
    link = passage.citation.link
    return Quote(passage.clause.text, str(passage.citation), passage.clause.lead_ins, link, tuple(filter(None, notes)))
