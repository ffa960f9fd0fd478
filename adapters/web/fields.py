"""Draws one question as a field with its label, its hint, and what is wrong with the answer, each tied to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from adapters.web import forms
from adapters.web.markup import Html, each, joined, tag
from bot.card import Ask, Choice, Kind

ROWS = 6  # lines of an empty box
OPTIONAL = "You can leave this empty."


@dataclass(frozen=True)
class Field:
    """`id` is that of the element that takes the answer: a link to the problem leads there."""

    ask: Ask
    name: str
    id: str
    problem: str

    @property
    def described(self) -> str | None:
        """The ids of the hint and the problem, for those who hear a page instead of seeing it."""
        ids = (f"{self.id}-wrong" if self.problem else "", f"{self.id}-hint" if self.hints else "")
        return " ".join(filter(None, ids)) or None

    @property
    def hints(self) -> str:
        before = f"You said: {self.ask.suggestion}" if self.ask.suggestion and self.ask.kind is not Kind.TEXT else ""
        return " ".join(filter(None, (before, OPTIONAL if self.ask.optional else "")))

    @property
    def notes(self) -> Html:
        return joined(
            tag("p", self.hints, class_="hint", id=f"{self.id}-hint") if self.hints else None,
            tag("p", self.problem, class_="wrong", id=f"{self.id}-wrong") if self.problem else None,
        )

    @property
    def look(self) -> str:
        return "field has-wrong" if self.problem else "field"


def drawn_ask(ask: Ask, number: int, id: str, problem: str = "") -> Html:
    return DRAWN[ask.kind](Field(ask, forms.field(number), id, problem))


def _text(field: Field) -> Html:
    box = tag(
        "textarea",
        "\n\n".join(field.ask.held) or field.ask.suggestion,
        id=field.id,
        name=field.name,
        rows=ROWS,
        required=not field.ask.optional,
        autocomplete="off",
        aria_describedby=field.described,
        aria_invalid="true" if field.problem else None,
    )
    return tag("div", tag("label", field.ask.prompt, for_=field.id, class_="asks"), field.notes, box, class_=field.look)


def _choice(field: Field) -> Html:
    return _set(field, each(_pick(field, n, choice, "radio") for n, choice in enumerate(field.ask.choices)))


def _choices(field: Field) -> Html:
    return _set(field, each(_pick(field, n, choice, "checkbox") for n, choice in enumerate(field.ask.choices)))


def _people(field: Field) -> Html:
    """Names are typed; whoever is none of the school's people is a choice beside them."""
    typed = joined(
        tag("label", "Names, with commas between them", for_=field.id),
        tag(
            "input",
            type="text",
            id=field.id,
            name=field.name,
            autocomplete="off",
            spellcheck="false",
            aria_describedby=field.described,
            aria_invalid="true" if field.problem else None,
        ),
    )
    picks = each(_pick(field, n + 1, choice, "checkbox") for n, choice in enumerate(field.ask.choices))
    return _set(field, joined(typed, picks))


def _set(field: Field, inside: Html) -> Html:
    legend = tag("legend", field.ask.prompt)
    return tag("fieldset", legend, field.notes, inside, class_=field.look, aria_describedby=field.described)


def _pick(field: Field, number: int, choice: Choice, type: str) -> Html:
    """The first has the field's own id, so that a problem's link leads to it."""
    id = f"{field.id}-{number}" if number else field.id
    box = tag(
        "input",
        type=type,
        id=id,
        name=field.name,
        value=choice.value,
        checked=choice.value in field.ask.held or field.ask.suggestion in (choice.value, choice.label),
        required=type == "radio" and not field.ask.optional,
    )
    return tag("div", box, tag("label", choice.label, for_=id), class_="pick")


DRAWN: Mapping[Kind, Callable[[Field], Html]] = {
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.PEOPLE: _people,
}
