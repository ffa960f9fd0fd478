"""Each person is told by the way that reaches them, by the next one if it fails, and of what is urgent by every way."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from adapters.assembly import House
from adapters.courier import WaysCourier
from adapters.faults import Faults
from reports.desk import Unreachable
from reports.people import Person, PersonId, School

ANN = Person(PersonId("a.ann"), "Ann", email="ann@school.example")
BOB = Person(PersonId("b.bob"), "Bob", slack="U1", email="bob@school.example")
LEFT = Person(PersonId("l.left"), "Left", email="left@school.example", active=False)
SCHOOL = School("s", "School", (ANN, BOB, LEFT))


@dataclass
class FakeWay:
    """Reaches whoever has this kind of account, unless it is told to fail."""

    kind: str
    fault: Exception | None = None
    carried: list[tuple[PersonId, str]] = field(default_factory=list)

    def reaches(self, person: Person) -> bool:
        return bool(getattr(person, self.kind))

    def notify(self, person: Person, message: str) -> None:
        if self.fault:
            raise self.fault
        self.carried.append((person.id, message))


def test_the_preferred_way_is_enough() -> None:
    slack, mail = FakeWay("slack"), FakeWay("email")
    WaysCourier(SCHOOL, (slack, mail)).notify(BOB.id, "m")
    assert (slack.carried, mail.carried) == ([(BOB.id, "m")], [])


def test_who_has_no_account_there_is_told_by_the_next_way() -> None:
    slack, mail = FakeWay("slack"), FakeWay("email")
    WaysCourier(SCHOOL, (slack, mail)).notify(ANN.id, "m")
    assert (slack.carried, mail.carried) == ([], [(ANN.id, "m")])


@pytest.mark.parametrize("fault", [Unreachable(), ConnectionError(), KeyError("a library's own")])
def test_f11_where_one_way_fails_the_next_is_taken(fault: Exception) -> None:
    slack, mail = FakeWay("slack", fault), FakeWay("email")
    WaysCourier(SCHOOL, (slack, mail)).notify(BOB.id, "m")
    assert mail.carried == [(BOB.id, "m")]


@pytest.mark.parametrize("fault", [None, Unreachable(), ConnectionError()])
def test_f09_what_is_urgent_goes_by_every_way_and_one_that_works_is_enough(fault: Exception | None) -> None:
    slack, mail = FakeWay("slack", fault), FakeWay("email")
    WaysCourier(SCHOOL, (slack, mail), every=True).notify(BOB.id, "m")
    assert mail.carried == [(BOB.id, "m")]
    assert bool(slack.carried) is (fault is None)


def test_as_long_as_one_way_may_come_back_the_person_is_not_given_up() -> None:
    gone, down = FakeWay("slack", Unreachable()), FakeWay("email", ConnectionError())
    with pytest.raises(ConnectionError):
        WaysCourier(SCHOOL, (gone, down)).notify(BOB.id, "m")


@pytest.mark.parametrize("who", [BOB.id, LEFT.id, PersonId("x.nobody")])
def test_f11_who_has_left_or_has_no_way_left_is_unreachable(who: PersonId) -> None:
    gone = FakeWay("slack", Unreachable())
    with pytest.raises(Unreachable):
        WaysCourier(SCHOOL, (gone, FakeWay("teams"))).notify(who, "m")


def test_production_does_not_carry_reports_to_people_it_cannot_tell(tmp_path: object) -> None:
    house = House.open({"CANDOUR_ENV": "production", "CANDOUR_KEY": "00" * 32}, tmp_path)  # type: ignore[arg-type]
    with pytest.raises(Faults, match="SMTP_URL: missing"):
        house.ways("sample")
