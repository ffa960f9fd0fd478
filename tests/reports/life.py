"""A machine that lives whole cases by chance, over any stores, and checks that nobody barred ever learns of one.

Who is barred is worked out by `tests/reports/staff.py`, which never asks the desk. Subclass it with `opened`, and
`live` it: `tests/reports/test_life.py` does in memory, `tests/contracts/test_life.py` on the real stores.
"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from reports.decisions import NobodyToTell
from reports.desk import ACCOUNT
from reports.people import PersonId, Post
from reports.report import PERSON, CaseId, Concern, Kind, Report, Role
from tests.reports.life_chances import ANYONE, LONG, POSTS, SOMEONE, SUBJECTS, WAITS
from tests.reports.life_recipients import Recipients
from tests.reports.life_reporters import Reporters
from tests.reports.life_watched import Known
from tests.reports.schools import changed
from tests.reports.staff import meant, staff_of


class Life(Recipients, Reporters):
    """One school, up to four cases, and everybody trying everything."""

    ages = 30  # rounds of nine days in the end, in which every chain must run out

    @precondition(lambda self: len(self.known) < 4)
    @rule(
        kind=some.sampled_from(Kind),
        subjects=SUBJECTS,
        reporter=ANYONE,
        seen=some.none() | SOMEONE,
        hide=some.booleans(),
    )
    def file(self, kind: Kind, subjects: frozenset[str], reporter: PersonId, seen: PersonId | None, hide: bool) -> None:
        seeing = frozenset({seen}) if seen else frozenset()
        id = CaseId(self.name_of_case())
        known = Known(id, f"CODE{id}", reporter, subjects, seeing | {reporter})
        people = meant(staff_of(self.school), subjects, reporter)
        known.subjects = (subjects - {Role.LINE_MANAGER.value}) | {f"{PERSON}{id}" for id in people}
        concern = Concern(kind, subjects, reporter, seeing)
        report = Report(known.id, self.now, concern, hide)
        try:
            first = self.desk.file(report, {ACCOUNT: "canary"}, known.code)
        except NobodyToTell:
            return
        self.known.append(known)
        self._bar()
        known.for_good |= known.never
        assert self.desk.file(report, {ACCOUNT: "canary"}, known.code) == first  # I6
        assert first.filed
        named = reporter in people or f"{PERSON}{reporter}" in subjects
        assert named or not hide or reporter not in str(first.filed).split("'")

    @rule(wait=WAITS)
    def time_passes(self, wait: timedelta) -> None:
        self.now += wait
        self._carry()

    @precondition(lambda self: self.known)
    @rule(wait=LONG)
    def much_time_passes(self, wait: timedelta) -> None:
        self.now += wait
        self._carry()

    @rule()
    def errands_are_done(self) -> None:
        self._carry()

    @rule(who=SOMEONE, posts=POSTS, manager=some.none() | SOMEONE)
    def the_directory_is_edited(self, who: PersonId, posts: frozenset[Post], manager: PersonId | None) -> None:
        self.school = changed(self.school, who, posts=posts, manager=manager)
        self._bar()

    @rule(who=SOMEONE, here=some.booleans())
    def somebody_leaves_or_returns(self, who: PersonId, here: bool) -> None:
        self.school = changed(self.school, who, active=here)
        self.nobody = self.nobody - {who} if here else self.nobody | {who}

    @rule(who=SOMEONE, days=some.integers(1, 20))
    def somebody_is_away(self, who: PersonId, days: int) -> None:
        today: date = self.now.date()
        self.school = changed(self.school, who, away=((today, today + timedelta(days=days)),))

    def teardown(self) -> None:
        """With nobody doing anything more, every case that was not dealt with comes to the end of its chain."""
        for _ in range(self.ages if self.known else 0):
            self.now += timedelta(days=9)
            self._carry()
        for known in self.known:
            case = self.cases.load(known.id)
            assert case.over or case.acknowledged or case.exhausted
            for id in sorted(known.never):
                self.same_without_it(known, PersonId(id))


def live(life: type[Life], lives: int, steps: int) -> None:
    """So many lives of so many steps each; the first one that goes wrong is shown as short as it can be."""
    chosen = settings(
        max_examples=lives,
        stateful_step_count=steps,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(life, settings=chosen)
