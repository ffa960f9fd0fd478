"""What changed between two versions is told clause by clause, and a small edit never makes a clause another one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.difference import Change, Difference, Mark, between, same
from knowledge.policy import Clause, Kind

OLD = tuple(
    Clause(words, number=f"1({n})", label=f"1({n})")
    for n, words in enumerate(
        (
            "Staff must keep phones out of sight in lessons.",
            "Staff may use phones in the staff room.",
            "A lost phone should be reported to the office within a day.",
            "Visitors leave their phones at the gate.",
        ),
        1,
    )
)


def numbered(*clauses: Clause) -> tuple[Clause, ...]:
    return tuple(replace(clause, number=f"1({n})", label=f"1({n})") for n, clause in enumerate(clauses, 1))


def told(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> list[tuple[str, str]]:
    return [(found.change.value, (found.after or found.before or OLD[0]).label) for found in between(old, new)]


def test_nothing_is_told_of_two_versions_that_are_the_same() -> None:
    assert between(OLD, OLD) == ()


def test_white_space_is_no_change() -> None:
    assert between(OLD, (replace(OLD[0], text=OLD[0].text.replace(" ", "\n ")), *OLD[1:])) == ()


def test_what_is_put_in_renumbers_what_follows() -> None:
    added = Clause("Nobody films pupils on a phone of their own.")
    assert told(OLD, numbered(OLD[0], added, *OLD[1:])) == [
        ("added", "1(2)"),
        ("renumbered", "1(3)"),
        ("renumbered", "1(4)"),
        ("renumbered", "1(5)"),
    ]


def test_what_is_taken_out_is_told_where_it_stood() -> None:
    found = between(OLD, numbered(OLD[0], *OLD[2:]))
    assert [difference.change for difference in found] == [Change.REMOVED, Change.RENUMBERED, Change.RENUMBERED]
    assert found[0].before == OLD[1]
    assert found[0].after is None


def test_a_change_is_marked_word_by_word() -> None:
    edited = replace(OLD[2], text="A lost phone must be reported to the office within an hour.")
    (found,) = between(OLD, (*OLD[:2], edited, OLD[3]))
    assert found.change is Change.CHANGED
    assert [piece.text for piece in found.pieces if piece.mark is Mark.OUT] == ["should", "a", "day"]
    assert [piece.text for piece in found.pieces if piece.mark is Mark.IN] == ["must", "an", "hour"]


def test_a_clause_that_was_edited_and_moved_is_still_the_same_one() -> None:
    moved = replace(OLD[3], text="Visitors must leave their phones at the gate.")
    (found, *_) = between(OLD, numbered(moved, *OLD[:3]))
    assert found.change is Change.CHANGED
    assert found.before == OLD[3]


def test_another_text_under_the_same_number_is_another_clause() -> None:
    other = replace(OLD[1], text="Governors meet on Mondays.")
    assert {found.change for found in between(OLD, (OLD[0], other, *OLD[2:]))} == {Change.ADDED, Change.REMOVED}


def test_a_change_of_the_lead_in_changes_every_item() -> None:
    items = tuple(
        Clause(words, label=words, lead_ins=("Staff must:",), kind=Kind.ITEM) for words in ("run", "shout", "eat")
    )
    denied = tuple(replace(item, lead_ins=("Staff must not:",)) for item in items)
    assert [found.change for found in between(items, denied)] == [Change.CHANGED] * 3


def test_paragraphs_that_only_we_count_are_not_renumbered() -> None:
    counted = tuple(replace(clause, number="", label=f"Phones, paragraph {n}") for n, clause in enumerate(OLD, 1))
    later = tuple(replace(clause, label=f"Phones, paragraph {n}") for n, clause in enumerate(counted, 2))
    assert between(counted, later) == ()


WORDS = st.lists(
    st.sampled_from("must not may staff pupils phone never report head 5 days".split()), min_size=1, max_size=8
)
VERSIONS = st.lists(WORDS.map(" ".join), max_size=7).map(
    lambda texts: tuple(Clause(text, number=str(n), label=str(n)) for n, text in enumerate(texts, 1))
)


def sides(found: tuple[Difference, ...], mark: Mark) -> list[str]:
    kept = [[piece.text for piece in difference.pieces if piece.mark is not mark] for difference in found]
    return ["".join(texts) for texts in kept]


@settings(deadline=None, max_examples=200)
@given(VERSIONS, VERSIONS)
def test_every_clause_of_both_versions_is_accounted_for_once(old: tuple[Clause, ...], new: tuple[Clause, ...]) -> None:
    pairs = same(old, new)
    found = between(old, new)
    assert len({before for before, _ in pairs}) == len({after for _, after in pairs}) == len(pairs)
    assert sum(difference.change is Change.REMOVED for difference in found) == len(old) - len(pairs)
    assert sum(difference.change is Change.ADDED for difference in found) == len(new) - len(pairs)
    for difference, text in zip(found, sides(found, Mark.OUT), strict=True):
        assert text == (difference.after.text if difference.after else "")
