"""In a real browser: sign in, read alone, acknowledge, on a phone and on a desk, with no barrier on any page."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pyotp
import pytest

from adapters.assembly import House
from adapters.commands.migrate import stocked
from adapters.web.house import application, desk_door, gate
from tests.web.reception import ACCOUNT, CASE, CHAIR, KEY, Clock, Post, filed

if TYPE_CHECKING:
    from tests.web.browser import Chromium  # which needs selenium

pytestmark = pytest.mark.needs("chromium")
SIZES = [(375, False), (1280, False), (375, True), (1280, True)]
NARROW = 320  # CSS pixels: 1280 at 400 % (WCAG 1.4.10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    from tests.web.browser import chromium

    with chromium() as found:
        yield found


class Place:
    """One served school, and the browser that visits it."""

    def __init__(self, house: House, clock: Clock, post: Post, address: str, settle: Callable[[], object]) -> None:
        self.house, self.clock, self.post, self.address, self.settle = house, clock, post, address, settle

    def code(self, secret: str) -> str:
        self.clock.goes(seconds=30)
        return pyotp.TOTP(secret).at(self.clock())


@contextmanager
def opened(folder: Path) -> Iterator[Place]:
    from tests.web.browser import free_port, served

    port, clock, post = free_port(), Clock(), Post()
    address = f"http://127.0.0.1:{port}"
    environ = {"CANDOUR_HOME": str(folder / "data"), "CANDOUR_KEY": KEY}
    house = House.open(environ, folder, clock)
    stocked(house, house.school("sample"))
    door = desk_door(house, address, post)
    try:
        with served(application(house, address, door), port) as loop:
            settle = lambda: asyncio.run_coroutine_threadsafe(door.settled(), loop).result(30)  # noqa: E731
            yield Place(house, clock, post, address, settle)
    finally:
        house.close()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with opened(tmp_path) as found:
        yield found


def pages_of_the_desk(chrome: Chromium, place: Place) -> Iterator[str]:
    """Walks from the first page to the last, and names each when it stands on the screen."""
    chrome.go(gate(place.house, place.address, place.post).invite("sample", CHAIR))
    yield "an invitation"
    chrome.press("Set up my authenticator")
    secret = re.sub(r"\W", "", chrome.driver.find_element("class name", "secret").text)
    yield "the authenticator"
    chrome.fill("6-digit code", "000000")
    chrome.press("Finish")
    yield "a wrong first code"
    chrome.fill("6-digit code", place.code(secret))
    chrome.press("Finish")
    yield "set up"
    chrome.go(f"{place.address}/desk")
    yield "asking for a link"
    chrome.fill("Your e-mail address", "c.chair@school.example")
    chrome.press("Send me a link")
    place.settle()
    yield "a link was asked for"
    chrome.go(re.search(r"http\S+/desk/in/\S+", place.post.letters[-1][2])[0])  # type: ignore[index]
    yield "the link"
    chrome.press("Continue")
    yield "the code"
    chrome.fill("6-digit code", "000000")
    chrome.press("Sign in")
    yield "a wrong code"
    chrome.fill("6-digit code", place.code(secret))
    chrome.press("Sign in")
    assert "Item 1" in chrome.words
    yield "the list"
    chrome.press("Open item 1")
    assert ACCOUNT not in chrome.words
    yield "the gate"
    chrome.press("Open")
    assert ACCOUNT in chrome.words
    yield "the report"
    chrome.press("Make a copy to print")
    yield "a copy"
    chrome.driver.back()
    chrome.driver.back()
    chrome.go(f"{place.address}/desk")
    chrome.press("Open item 1")
    chrome.press("Open")
    chrome.press("Acknowledge")
    assert "Acknowledged" in chrome.words
    yield "acknowledged"
    chrome.leave(chrome.driver.find_element("link text", "Hide now"))
    assert "Staff Social Media Policy" in chrome.words
    yield "hidden"
    chrome.driver.back()
    assert ACCOUNT not in chrome.words
    chrome.go(f"{place.address}/desk")
    assert "6-digit code" in chrome.words
    chrome.press("Sign out")
    yield "signed out"
    chrome.go(f"{place.address}/nowhere")
    yield "nothing there"


@pytest.mark.parametrize(("width", "dark"), SIZES)
def test_the_desk_works_and_has_no_barrier(browser: Chromium, place: Place, width: int, dark: bool) -> None:
    filed(place.house, place.clock, CASE, "person:h.head")
    browser.driver.delete_all_cookies()
    browser.wide(width, dark=dark)
    seen = []
    for name in pages_of_the_desk(browser, place):
        seen.append(name)
        assert browser.barriers() == [], name
        assert browser.overflow() <= 0, name
        assert browser.small_targets() == [], name
    assert len(seen) > 14
    assert place.house.cases("sample").load(CASE).acknowledged.by == CHAIR  # type: ignore[union-attr]


def test_the_desk_can_be_used_with_letters_twice_as_large(browser: Chromium, place: Place) -> None:
    filed(place.house, place.clock, CASE, "person:h.head")
    browser.driver.delete_all_cookies()
    browser.wide(375)
    for name in pages_of_the_desk(browser, place):
        browser.letters(200)
        assert browser.overflow() <= 0, name


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [NARROW, 375, 1280])
def test_the_page_of_a_policy_has_no_barrier(browser: Chromium, place: Place, width: int, dark: bool) -> None:
    browser.wide(width, dark=dark)
    for path in (
        "/policies/sample",
        "/policies/sample/social-media/1?clause=5-ii",
        "/policies/sample/code-of-conduct/1#2-1",
    ):
        browser.go(place.address + path)
        assert browser.barriers() == []
        assert browser.overflow() <= 0
    browser.letters(200)
    assert browser.overflow() <= 0


def test_a_citation_brings_its_clause_into_view_with_where_it_stands(browser: Chromium, place: Place) -> None:
    browser.wide(375)
    browser.go(f"{place.address}/policies/sample/social-media/1#8-iii")
    clause = browser.driver.find_element("id", "8-iii")
    box = browser.driver.execute_script("return arguments[0].getBoundingClientRect().toJSON()", clause)
    assert 0 <= box["top"] < 400
    assert "School devices, network and monitoring › 8(iii)" in clause.text
    other = browser.driver.find_element("id", "8-ii")
    assert "›" not in other.text


def test_no_page_of_another_site_can_press_a_button(browser: Chromium, place: Place, tmp_path: Path) -> None:
    """A form on a page of another origin, as a browser really posts it."""
    page = tmp_path / "evil.html"
    field = '<input name="email" value="c.chair@school.example"><button>Free biscuits</button>'
    page.write_text(f'<form method="post" action="{place.address}/desk/link">{field}</form>')
    browser.go(page.as_uri())
    browser.press("Free biscuits")
    assert "That didn't come from this page" in browser.words


def test_keys_alone_reach_every_button_and_the_one_that_has_them_is_seen(browser: Chromium, place: Place) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.wide(1280)
    browser.go(f"{place.address}/desk")
    reached = []
    for _ in range(5):
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        held = browser.driver.switch_to.active_element
        reached.append(held.text or held.get_attribute("name"))
        style = browser.driver.execute_script("return getComputedStyle(arguments[0]).outlineStyle", held)
        assert style != "none" or held.tag_name == "body" or "Skip" in held.text
    assert {"Skip to the main part", "email", "Send me a link"} <= set(reached)
