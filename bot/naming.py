"""Reads typed names as people of the school, and says answers back as their question words them."""

from __future__ import annotations

from bot.doubt import PERHAPS
from bot.plain import one_line
from bot.step import Names, Step, Unclear
from reports.names import found
from reports.people import School

SAID_BACK = 60  # characters of a name that is not known


def reader(school: School) -> Names:
    """A name that fits several may be given as all of them: then none of them is told."""

    def read(typed: str) -> str:
        people = found(school, typed)
        if len(people) == 1:
            return people[0].id
        if people:
            both = " or ".join(person.name for person in people)
            raise Unclear(f"Do you mean {both}? Type the whole name, or all of them with commas if you can't tell.")
        raise Unclear(f"I don't know anyone called {one_line(typed)[:SAID_BACK]}. Check the spelling, or type 1.")

    return read


def knows(school: School, id: str) -> bool:
    """Whether this is the id of someone who is at the school today."""
    person = school.person(id)
    return person is not None and person.active


def spoken(step: Step, values: tuple[str, ...], school: School) -> str:
    return ", ".join(_wording(step, value, school) for value in values)


def _wording(step: Step, value: str, school: School) -> str:
    choice, person = step.choice(value), school.person(value.rpartition(":")[2])
    name = person.name if person else value
    return choice.label if choice else f"perhaps {name}" if value.startswith(PERHAPS) else name
