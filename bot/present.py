"""Where someone is in their report: the open question, or all of its section, and the card that asks it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot import boxes, naming, telling
from bot.asking import Library
from bot.card import NOTHING, Card, Kind, Part, Say
from bot.cited import Cited
from bot.conversation import Conversation
from bot.flow import Section
from bot.panels import PANELS
from bot.plain import one_line
from bot.report_facts import Preview, ReportFacts
from bot.report_form import REPORT
from bot.setting import Setting
from bot.sight import Parts, Sight
from bot.step import Step
from reports.case import Case
from reports.people import PersonId, School

HINTS = ("back", "stop", "hide", "help")
AT_THE_ROUTE = frozenset({"where", "rerouted"})
SAME = "same"  # typed to give again the answer that was taken back
NOWHERE = Say("Type back to change an answer, or stop to end here.")


@dataclass(frozen=True)
class Present:
    school: School
    setting: Setting
    preview: Preview
    library: Library
    talk: Conversation
    who: PersonId
    mark_of: Callable[[Case | None], str]  # in the record of who did what

    @cached_property
    def facts(self) -> ReportFacts:
        return ReportFacts(self.school, self.who, self.preview, self.talk.everything, self._from_a_message)

    @property
    def _from_a_message(self) -> bool:
        return "message" in self.talk.answers or "message" in self.talk.was

    @property
    def section(self) -> Section:
        return self._asking[0]

    @cached_property
    def step(self) -> Step:
        """The first question that is open, with all that may be chosen."""
        return self._offered(self._asking[1])

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All that is asked at once: the open question or, where the surface shows forms, its whole section."""
        if not self.setting.forms:
            return (self.step,)
        applying = (s for s in self.section.steps if REPORT.applies(s, self.talk.answers, self.facts))
        return tuple(map(self._offered, applying))

    def asked(self, name: str) -> Step | None:
        """The question of that name, if it is asked now; with no name, the first open one."""
        return next((step for step in self.steps if step.name == name), None) if name else self.step

    def same(self, step: Step, said: str) -> str:
        """What was said; for "same", what stood there before."""
        if step.name not in self.talk.was or one_line(said).casefold() != SAME:
            return said
        return ", ".join(self.talk.was[step.name])

    def shows(self, names: Collection[str]) -> bool:
        """Whether all of these are questions of the present section."""
        return bool(names) and set(names) <= {step.name for step in self.section.steps}

    @property
    def stuck(self) -> bool:
        """Nobody inside school could be told: there is nothing to agree to."""
        concern = telling.concern(self.talk.answers, self.who) if self.step.name in AT_THE_ROUTE else None
        return concern is not None and not self.preview(concern).hops

    def sight(self, case: Case | None = None) -> Sight:
        talk = self.talk
        route = self.preview(telling.concern(talk.answers, self.who)) if "kind" in talk.answers else None
        known = (Cited(self.library), route, case, talk.code, self.mark_of(case))
        return Sight(self.school, self.setting, talk.answers, talk.touched, self.who, *known)

    def card(
        self,
        above: Sequence[Part] = (),
        problems: Mapping[str, str] = NOTHING,
        case: Case | None = None,
        bare: bool = False,
    ) -> Card:
        """What is asked now; `bare` without what was shown above it a moment ago. Nothing is said twice."""
        panels = () if bare else self._panels(self.sight(case))
        says = (*above, *(part for part in panels if part not in above))
        if self.stuck:
            return Card(self.section.title, (*says, NOWHERE), hints=HINTS, of=self.talk.window)
        told = {step.name: problems[step.name] for step in self.steps if step.name in problems}
        hints = HINTS[3:] if self.step.name == "code" else HINTS
        asks = tuple(map(self._shown, self.steps))
        return Card(self.section.title, says, asks, problems=told, hints=hints, of=self.talk.window)

    @cached_property
    def _asking(self) -> tuple[Section, Step]:
        return REPORT.asking(self.talk.answers, self.facts) or (REPORT.sections[-1], REPORT.step("code"))

    def _offered(self, step: Step) -> Step:
        return replace(step, choices=self.facts.offered(step, self.talk.answers))

    def _panels(self, sight: Sight) -> Parts:
        return tuple(part for step in self.steps if step.panel for part in PANELS[step.panel](sight))

    def _shown(self, step: Step) -> Step:
        """With what is known of its answer: what was given, or was taken back."""
        values = self.talk.answers.get(step.name, self.talk.was.get(step.name, ()))
        if step.kind is not Kind.TEXT:
            values = tuple(value for value in values if step.choice(value) or naming.knows(self.school, value))
        held = boxes.split(values[0]) if values and step.kind is Kind.TEXT else values
        count = boxes.wanted(held) if step.kind is Kind.TEXT else 1
        return replace(step, suggestion=naming.spoken(step, values, self.school), held=held, boxes=count)
