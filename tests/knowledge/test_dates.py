"""Dates as schools write them."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.dates import find, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1st September 2018", date(2018, 9, 1)),
        ("3rd of May, 2021", date(2021, 5, 3)),
        ("Monday 3 May 2021", date(2021, 5, 3)),
        ("22nd Sept. 2019", date(2019, 9, 22)),
        ("3 Sep 18", date(2018, 9, 3)),
        ("September 1st, 2018", date(2018, 9, 1)),
        ("October 2018", date(2018, 10, 1)),
        ("Oct ’18", date(2018, 10, 1)),
        ("09/2018", date(2018, 9, 1)),
        ("1/9/2018", date(2018, 9, 1)),
        ("01.09.18", date(2018, 9, 1)),
        ("13-9-2018", date(2018, 9, 13)),
        ("2018-09-01", date(2018, 9, 1)),
        ("Autumn term 2019", date(2019, 9, 1)),
        ("Spring 2020", date(2020, 1, 1)),
        ("29 February 2024", date(2024, 2, 29)),
    ],
)
def test_a_date_is_read_as_schools_write_it(text: str, expected: date) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018",
        "2018/19",
        "13/2018",
        "31/02/2020",
        "29 February 2023",
        "version 1.2.3",
        "0117 496 0000",
        "You may 20 times",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read(text) is None


def test_a_date_is_found_as_written() -> None:
    assert find("agreed by governors on 12 May 2021, for two years") == ("12 May 2021", date(2021, 5, 12))


def test_the_first_of_two_dates_counts() -> None:
    assert read("from May 2021 to 4 June 2022") == date(2021, 5, 1)
