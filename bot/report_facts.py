"""What follows from the answers of a report and decides which questions are asked: nothing here is ever kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot import findings, telling
from bot.card import Choice, Kind
from bot.report_choices import ANONYMOUS, SAW, TOOK_PART, YES
from bot.report_form import REPORT
from bot.step import Answers, Step
from reports.people import Person, PersonId, School
from reports.report import Concern
from reports.report import Kind as About
from reports.route import Route, rushed

Preview = Callable[[Concern], Route]
WRITTEN = tuple(step.name for step in REPORT.steps if step.kind is Kind.TEXT)
IMAGE_KINDS = frozenset({About.INDECENT_IMAGE})


@dataclass(frozen=True)
class ReportFacts:
    """`everything`: the reporter asked to add more, so the optional questions are asked of an urgent report too.

    `message`: it was begun from a message, whose address is known.
    """

    school: School
    reporter: PersonId
    preview: Preview
    everything: bool = False
    message: bool = False
    # Those of one message, worked out once.
    routes: dict[Concern, Route] = field(default_factory=dict, compare=False)
    known: dict[tuple[tuple[str, tuple[str, ...]], ...], Answers] = field(default_factory=dict, compare=False)

    def __call__(self, answers: Answers) -> Answers:
        given = tuple(answers.items())
        if given not in self.known:
            self.known[given] = self._of(answers) if "kind" in answers else {}
        return self.known[given]

    def _of(self, answers: Answers) -> Answers:
        found = {
            "pace": ("urgent",) if self._quick(answers) else ("standard",),
            "image": (YES,) if telling.kind(answers) in IMAGE_KINDS else ("no",),
        }
        true = {name: (YES,) for name, holds in self._tests(answers).items() if holds}
        return {**found, **true}

    def recipients(self, answers: Answers) -> tuple[Person, ...]:
        """Everyone who would be told at some time, in the order in which they would be."""
        route = self._route(telling.first_concern(answers, self.reporter))
        ids = [*(id for hop in route.hops for id in hop.people), *route.copies]
        return findings.people_of(self.school, ids)

    def offered(self, step: Step, answers: Answers) -> tuple[Choice, ...]:
        """The choices of a step, with those that come from a preview of the route."""
        match step.offers:
            case "delivery":
                before = {name: values for name, values in answers.items() if name not in ("others", "part")}
                return (*step.choices, *(Choice(p.id, p.name) for p in self.recipients(before)))
            case "mentions":
                named = self._mentioned(answers)
                about = (Choice(f"{TOOK_PART}:{p.id}", f"It is about {p.name}") for p in named)
                saw = (Choice(f"{SAW}:{p.id}", f"{p.name} saw it") for p in named)
                return (*step.choices, *about, *saw)
        return step.choices

    def _quick(self, answers: Answers) -> bool:
        return not self.everything and rushed(telling.concern(answers, self.reporter), self.school)

    def _tests(self, answers: Answers) -> dict[str, bool]:
        account, written = answers.get("happened", ("",))[0], _written(answers)
        image = telling.kind({name: answers[name] for name in ("kind",)}) in IMAGE_KINDS
        person = self.school.person(self.reporter)
        return {
            "message": self.message,
            "manager": bool(person and person.manager),
            "deliverable": bool(self.recipients(answers)),
            "involved": any(id not in telling.NO_PERSON for id in answers.get("others", ())),
            "self_harm": findings.self_harm(written),
            "image_words": not image and findings.image_words(written),
            "mentions": bool(written) and bool(self._mentioned(answers)),
            "shows_who": bool(findings.shows_who(account, person)),
            "hidden_name": answers.get("naming") == (ANONYMOUS,),
            "wants_told": "told" in (*answers.get("more", ()), *answers.get("more_image", ())),
            "rerouted": "where" in answers and self._moved(answers),
        }

    def _route(self, concern: Concern) -> Route:
        if concern not in self.routes:
            self.routes[concern] = self.preview(concern)
        return self.routes[concern]

    def _mentioned(self, answers: Answers) -> tuple[Person, ...]:
        named = findings.mentioned(_written(answers), self.recipients(answers))
        return tuple(person for person in named if person.id != self.reporter)

    def _moved(self, answers: Answers) -> bool:
        """Whether what was said since changes who is told."""
        shown = self._route(telling.first_concern(answers, self.reporter))
        now = self._route(telling.concern(answers, self.reporter))
        return [hop.people for hop in shown.hops] != [hop.people for hop in now.hops] or shown.copies != now.copies


def _written(answers: Answers) -> str:
    """Everything in their own words so far: what an account may show, what is added to it may show too."""
    return "\n".join(text for name in WRITTEN for text in answers.get(name, ()))
