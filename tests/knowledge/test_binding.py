"""The duty label is read from the clause's own words, and left out where they are unclear."""

from __future__ import annotations

import pytest

from knowledge.binding import Binding, bindings
from knowledge.policy import Clause, Kind

LABELS = """
MUST: Staff must wear a badge.
MUST: Visitors shall sign in at the office.
MUST: Volunteers are required to attend the training.
MUST: Every laptop must be locked, so that pupils cannot use it.
MUST NOT: Staff must not share a password.
MUST NOT: Staff must therefore never leave a class alone.
MUST NOT: Staff must not, in person or online, spread rumours.
MUST NOT: Smoking is strictly prohibited on the site.
MUST NOT: It is not permitted to park in the yard.
MUST NOT: No member of staff may lend a key.
MUST NOT: Staff may not bring dogs to work.
SHOULD: Staff should tell the office when they are late.
SHOULD: Teachers are advised to keep a diary.
SHOULD NOT: Staff should never lend money to families.
SHOULD NOT: Staff are advised, for their own safety, not to walk home alone.
SHOULD NOT: Nobody should use the lift during a fire drill.
MAY: Staff may use the kettle at break.
MAY: Trainers may be worn on sports day.
MAY: Staff are allowed to leave at noon.
MUST NOT, MAY: Staff must not eat in class. They may eat in the hall.
"""
UNCLEAR = """
This may lead to dismissal.
Staff may be disciplined.
It should be noted that the gate is old.
Everyone should be able to work in peace.
If staff must leave early, the office keeps a list.
The office asks whether staff may leave early.
Should it rain, the gates stay shut.
Staff will not park in the yard.
The school is open on Mondays.
Staff who have read something that may break this policy are asked to say so.
Staff must sign in. They should smile. They may sing.
"""


def rows(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("row", rows(LABELS))
def test_a_clause_is_as_binding_as_its_words_say(row: str) -> None:
    label, _, words = row.partition(": ")
    assert ", ".join(bindings(Clause(words))) == label


@pytest.mark.parametrize("words", rows(UNCLEAR))
def test_unclear_words_have_no_label(words: str) -> None:
    assert bindings(Clause(words)) == ()


@pytest.mark.parametrize(
    ("lead_in", "item", "label"),
    [
        ("All drivers must NOT:", "leave the engine running", Binding.MUST_NOT),
        ("All drivers must:", "Not leave the engine running", Binding.MUST_NOT),
        ("All drivers must:", "Stop at the gate", Binding.MUST),
        ("Drivers should:", "not use the horn, and must stop at the gate", Binding.SHOULD_NOT),
        ("Drivers must be aware that:", "the gate must not be opened by pupils", Binding.MUST_NOT),
    ],
)
def test_an_item_is_as_binding_as_the_lead_in_that_it_completes(lead_in: str, item: str, label: Binding) -> None:
    assert bindings(Clause(item, lead_ins=(lead_in,), kind=Kind.ITEM)) == (label,)


def test_the_outer_lead_in_binds_a_nested_list() -> None:
    item = Clause("racist", lead_ins=("Staff must not:", "post material that is:"), kind=Kind.ITEM)
    assert bindings(item) == (Binding.MUST_NOT,)


def test_two_denials_are_unclear() -> None:
    assert bindings(Clause("never be late", lead_ins=("Staff must not:",), kind=Kind.ITEM)) == ()


def test_a_definition_binds_nobody() -> None:
    assert bindings(Clause('"Site" means where staff must park.', kind=Kind.DEFINITION)) == ()
