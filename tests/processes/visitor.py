"""Somebody at a browser of a running `candour serve`, who keeps a cookie and presses only what the page shows."""

from __future__ import annotations

import re
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pyotp

HALF_A_MINUTE = 30


@dataclass
class Page(HTMLParser):
    """The words that are shown, and each form with its fields and the buttons that send it."""

    words: list[str] = field(default_factory=list)
    forms: list[tuple[str, dict[str, str], list[str]]] = field(default_factory=list)
    inside: str = ""

    @classmethod
    def of(cls, body: str) -> Page:
        page = cls()
        HTMLParser.__init__(page, convert_charrefs=True)
        page.feed(body)
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.inside = tag
        if tag == "form":
            self.forms.append((named["action"], {}, []))
        if tag in ("input", "textarea") and "name" in named and self.forms:
            fields = self.forms[-1][1]
            chosen = fields.get(named["name"], "") if named.get("type") == "radio" else ""  # the first, unless told
            fields[named["name"]] = chosen or named.get("value", "")

    def handle_endtag(self, _tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "button" and self.forms:
            self.forms[-1][2].append(data.strip())
        if self.inside not in ("style", "title"):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


class Stays(urllib.request.HTTPRedirectHandler):
    """Follows nothing by itself, so that each cookie on the way is seen."""

    def redirect_request(self, *_: object) -> None:
        return None


@dataclass
class Visitor:
    site: str
    cookie: str = ""
    page: Page = field(default_factory=Page)
    secret: str = ""
    pages: list[str] = field(default_factory=list)  # everything that was ever shown

    def get(self, address: str) -> Page:
        return self._go(address)

    def press(self, label: str, **filled: str) -> Page:
        """The form with that button. A field is told by a part of its name."""
        for action, fields, buttons in self.page.forms:
            if label in buttons:
                given = {name: next((v for k, v in filled.items() if k in name), old) for name, old in fields.items()}
                return self._go(action, urllib.parse.urlencode(given).encode())
        raise AssertionError(f"there is no button “{label}” on: {self.page.text[-600:]}")

    def enrol(self, link: str) -> None:
        self.get(link)
        self.press("Set up my authenticator")
        (shown,) = re.findall(r'class="secret">([A-Z2-7 ]+)<', self.pages[-1])
        self.secret = shown.replace(" ", "")
        self.press("Finish", code=pyotp.TOTP(self.secret).now())

    def sign_in(self, link: str) -> None:
        """By the code that comes next, because the present one was used to enrol."""
        self.get(link)
        self.press("Continue")
        self.press("Sign in", code=pyotp.TOTP(self.secret).at(int(time.time()) + HALF_A_MINUTE))

    def _go(self, address: str, data: bytes | None = None) -> Page:
        told = {"Origin": self.site, "Sec-Fetch-Site": "same-origin"} if data else {}
        url = urllib.parse.urljoin(self.site, address)
        request = urllib.request.Request(url, data, told)  # noqa: S310 - our own process
        if self.cookie:
            request.add_header("Cookie", self.cookie)
        try:
            answer = urllib.request.build_opener(Stays).open(request, timeout=HALF_A_MINUTE)
        except urllib.error.HTTPError as refused:
            answer = refused
        with answer:
            for cookie in answer.headers.get_all("Set-Cookie") or ():
                self.cookie = cookie.partition(";")[0]
            if answer.headers.get("Location"):
                return self.get(answer.headers["Location"])
            body = answer.read().decode()
        self.pages.append(body)
        self.page = Page.of(body)
        return self.page
