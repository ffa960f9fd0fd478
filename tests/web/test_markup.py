"""Markup is made of elements; a text stays a text, whatever is in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.web.markup import Html, joined, leads, tag, text
from bot.plain import plain
from tests.web.visiting import Seen

HOSTILE = "<script>alert(1)</script>\"'&<!-- ]]> <img src=x onerror=y> &amp; </style>"


def test_markup_is_made_by_no_string() -> None:
    with pytest.raises(TypeError):
        Html()


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_text_is_read_back_as_it_was_written_and_makes_no_element(words: str, value: str) -> None:
    seen = Seen.of(str(tag("p", words, "|", title=value)))
    assert seen.elements == [("p", {"title": plain(value)})]
    assert "".join(seen.shown) == plain(words) + "|"
    assert seen.whole


def test_hostile_words_stay_words() -> None:
    seen = Seen.of(str(joined(tag("p", HOSTILE), text(HOSTILE))))
    assert [name for name, _ in seen.elements] == ["p"]


@pytest.mark.parametrize("name", ["script", "iframe", "img", "object"])
def test_an_element_that_may_do_something_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not an element"):
        tag(name)


@pytest.mark.parametrize("name", ["onclick", "style", "src", "formaction"])
def test_an_attribute_that_may_do_something_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not an attribute"):
        tag("p", **{name: "x"})


@pytest.mark.parametrize(
    ("address", "leading"),
    [
        ("https://school.example/a#b", True),
        ("/policies/sample", True),
        ("#_main", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//evil.example", False),
        (" https://school.example", False),
        ("", False),
    ],
)
def test_a_link_leads_to_the_web_or_within_the_page(address: str, leading: bool) -> None:
    assert leads(address) is leading
    if not leading:
        with pytest.raises(ValueError, match="leads where"):
            tag("a", "x", href=address)


def test_an_attribute_that_is_false_is_left_out_and_one_that_is_true_has_no_value() -> None:
    assert str(tag("input", required=True, checked=False, id=None)) == "<input required>"
