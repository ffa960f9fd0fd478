"""What a page offers to do, written into its forms, and what somebody did with it, read back as the bot hears it."""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.asking import Pressed, Said
from bot.card import Ask

OFFER, PROOF = "offer", "proof"  # the names of the two fields that every form has
PRESS, HEAR, ANSWER = "press", "hear", "answer"
OF = "="  # between an offer's verb and what the card is of that offers it
OPTIONAL = "?"
SKIP = "skip"


class NotOffered(Exception):
    """This was not on any page that this person was shown."""


class Fields(Protocol):
    """What was posted: each name with every value that it has."""

    def getall(self, key: str, default: Sequence[object], /) -> Sequence[object]: ...


@dataclass(frozen=True)
class Heard:
    what: Said | Pressed
    asked: str = ""
    of: str = ""


@dataclass(frozen=True)
class Seal:
    """Proves that this very offer was made to this very session: nobody else can post it, nor anything not offered."""

    key: bytes

    def proof(self, offer: str) -> str:
        return hmac.digest(self.key, offer.encode(), "sha256").hex()

    def check(self, offer: str, proof: str) -> None:
        """Raises NotOffered."""
        if not hmac.compare_digest(self.proof(offer).encode(), proof.encode()):
            raise NotOffered(NotOffered.__doc__)


def press(action: str, of: str = "") -> str:
    return f"{_verb(PRESS, of)} {action}"


def word(text: str, of: str = "") -> str:
    """A command that would be typed in a chat: "back"."""
    return f"{_verb(HEAR, of)} {text}"


def answering(asks: Sequence[Ask], of: str = "") -> str:
    return " ".join((_verb(ANSWER, of), *(ask.name + OPTIONAL * ask.optional for ask in asks)))


def field(number: int) -> str:
    """The name under which the answer to the question of that number is posted."""
    return f"answer-{number}"


def one(fields: Fields, name: str) -> str:
    """The value of that name; empty where it is missing, or is a file."""
    return next((value for value in fields.getall(name, ()) if isinstance(value, str)), "")


def offered(fields: Fields, seal: Seal) -> str:
    """Raises NotOffered."""
    offer = one(fields, OFFER)
    seal.check(offer, one(fields, PROOF))
    return offer


def heard(offer: str, fields: Fields) -> tuple[Heard, ...]:
    """In the order of the questions. An optional one that was left empty is skipped."""
    verb, of, rest = _parts(offer)
    if verb == PRESS:
        return (Heard(Pressed(rest), of=of),)
    if verb == HEAR:
        return (Heard(Said(rest), of=of),)
    return tuple(_answer(name, number, fields, of) for number, name in enumerate(rest.split()))


def pressed(offer: str) -> str:
    """The verb of the button that was pressed: "open"; empty for anything else."""
    verb, _, action = _parts(offer)
    return action.partition(":")[0] if verb == PRESS else ""


def hidden(offer: str, seal: Seal) -> Mapping[str, str]:
    """What a form of this offer posts, whatever is filled in."""
    return {OFFER: offer, PROOF: seal.proof(offer)}


def _verb(verb: str, of: str) -> str:
    return f"{verb}{OF}{of}" if of else verb


def _parts(offer: str) -> tuple[str, str, str]:
    """What it does, what its card is of, and the rest."""
    first, _, rest = offer.partition(" ")
    verb, _, of = first.partition(OF)
    return verb, of, rest


def _answer(name: str, number: int, fields: Fields, of: str) -> Heard:
    values = [str(value).strip() for value in fields.getall(field(number), ()) if isinstance(value, str)]
    said = ", ".join(filter(None, values))
    optional = name.endswith(OPTIONAL)
    return Heard(Said(said or SKIP if optional else said), name.removesuffix(OPTIONAL), of)
