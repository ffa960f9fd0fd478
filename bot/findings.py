"""What an account shows that its writer may not have meant to, or that calls for care: each becomes a question."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.intents import Intent, intent
from reports.people import Person, Post, School

_SEXUAL = r"(?:nude|naked|topless|sexual|indecent|explicit|intimate|undress\w*|upskirt\w*)"
_PICTURE = r"(?:pic\w*|photo\w*|image\w*|video\w*|selfie\w*|film\w*|snap\w*)"
IMAGE = re.compile(
    rf"\b{_SEXUAL}\b.{{0,60}}\b{_PICTURE}\b|\b{_PICTURE}\b.{{0,60}}\b{_SEXUAL}\b|\bnudes\b|\bsexting\b|\bdick pics?\b",
    re.IGNORECASE | re.DOTALL,
)
SELF_HARM = re.compile(
    r"\b((kill|hurt|harm|cut)(t?ing)? myself|end(ing)? (my (own )?life|it all)|suicid\w+|self[- ]harm\w*"
    r"|don'?t want to (live|be here any ?more|go on)|(want|wanted) to die|wish i (was|were) dead"
    r"|better off dead|can'?t go on)\b",
    re.IGNORECASE,
)
SOLE = re.compile(
    r"\b(as|i am|i'm|being) the only [\w' -]{2,40}|\bmy line manager is [\w' .-]{2,40}"
    r"|\bmy (own )?(class|form|tutor group)\b|\bmy name is [\w' -]{2,30}|\bi teach [\w' -]{2,30}",
    re.IGNORECASE,
)
# An address is looked for from where a word begins: from each letter, a word of 15,000 would take a second.
REACHED = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\d)(?:\+44|0)[\d ]{9,13}(?!\d)")
POSTS = {
    Post.HEADTEACHER: r"\b(the |our )?(head ?teacher|head ?master|head ?mistress|head)\b",
    Post.CHAIR: r"\b(the |our )?chair(man|woman|person)?( of (the )?governors)?\b",
    Post.DEPUTY: r"\b(the |our )?deputy( head(teacher)?)?\b",
}
SHORTEST = 3  # letters: a shorter name would be found in every text
SHOWN = 60  # characters of a phrase said back


def image_words(text: str) -> bool:
    return bool(IMAGE.search(text))


def self_harm(text: str) -> bool:
    return bool(SELF_HARM.search(text.replace("’", "'")))


def danger(text: str) -> bool:
    return intent(text) is Intent.EMERGENCY


def mentioned(text: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Those whose name or post the text has, so that it can be asked what their part was."""
    return tuple(person for person in people if _named(text, person) or _by_post(text, person))


def named(text: str, people: Iterable[Person]) -> bool:
    """Whether it has anyone's name: a post alone, as policies have it, names nobody."""
    return any(_named(text, person) for person in people)


def shows_who(text: str, reporter: Person | None) -> tuple[str, ...]:
    """Phrases that may tell who wrote it: their own name, a way to reach them, a part that only one person has."""
    own = [part for part in _parts(reporter) if _has(text, part)] if reporter else []
    found = [match[0] for pattern in (SOLE, REACHED) for match in pattern.finditer(text)]
    return tuple(dict.fromkeys(phrase.strip()[:SHOWN] for phrase in (*own, *found)))


def _named(text: str, person: Person) -> bool:
    return any(_has(text, part) for part in _parts(person))


def _parts(person: Person) -> list[str]:
    return [part for part in re.split(r"[\s-]+", person.name) if len(part.strip(".")) >= SHORTEST]


def _has(text: str, name: str) -> bool:
    """With its capital, or in a text without any: "Mark" is a name, "mark" is not."""
    flags = re.IGNORECASE if text == text.lower() else 0
    return bool(re.search(rf"\b{re.escape(name)}\b", text, flags))


def _by_post(text: str, person: Person) -> bool:
    return any(re.search(said, text, re.IGNORECASE) for post, said in POSTS.items() if post in person.posts)


def people_of(school: School, ids: Iterable[str]) -> tuple[Person, ...]:
    return tuple(person for id in ids if (person := school.person(id)))
