"""All that a panel of the report may look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.card import Part, Quote
from bot.setting import Setting
from bot.step import Answers
from reports.case import Case
from reports.people import PersonId, School
from reports.route import Route

Parts = tuple[Part, ...]


@dataclass(frozen=True)
class Sight:
    school: School
    setting: Setting
    answers: Answers
    now: datetime
    reporter: PersonId
    cited: Callable[[str], tuple[Quote, ...]]
    route: Route | None = None  # once it is known what the report is about
    case: Case | None = None  # once it is filed
    code: str = ""
    mark: str = ""  # of the filing, in the record of who did what

    @property
    def barred(self) -> frozenset[PersonId]:
        """Everyone who must not be told, as far as that is known: no guidance sends anyone to them."""
        return self.route.excluded if self.route else frozenset()
