"""What is too much for one message goes on in the next, and nothing is lost on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from adapters.doors.leaves import leaves

WEIGHTS = some.lists(some.integers(0, 50), max_size=40)


@given(WEIGHTS, some.integers(1, 60), some.integers(1, 6))
def test_all_comes_in_order_and_no_message_is_too_heavy_or_too_long(parts: list[int], heaviest: int, most: int) -> None:
    found = list(leaves(parts, sum, heaviest, most))
    assert [part for leaf in found for part in leaf] == parts
    assert all(len(leaf) <= most for leaf in found)
    assert all(sum(leaf) <= heaviest or len(leaf) == 1 for leaf in found)


@given(WEIGHTS)
def test_what_fits_into_one_message_is_not_torn_apart(parts: list[int]) -> None:
    assert list(leaves(parts, sum, sum(parts), max(1, len(parts)))) == [parts]
