"""The recipient desk of the sample school: a report about the headteacher waits for its chair, and letters are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp

from adapters.assembly import House
from adapters.commands.migrate import stocked
from adapters.web.desk.door import DeskDoor
from adapters.web.desk.gate import Gate
from adapters.web.desk.letters import Mail
from adapters.web.house import application, desk_door, gate
from adapters.worker import Worker
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from tests.web.visiting import Answer, Site, site

WEB = "https://candour.school.example"
KEY = "0" * 64
CHAIR, HEAD, VICE = PersonId("c.chair"), PersonId("h.head"), PersonId("v.vice")
CASE = CaseId("CASE7K2M9Q")
ACCOUNT = "He shouted at me in the corridor <b>on Monday</b>."
SAME = {"Origin": WEB, "Sec-Fetch-Site": "same-origin"}
LINK = re.compile(re.escape(WEB) + r"(/desk/(?:in|enrol)/\S+)")


@dataclass
class Clock:
    at: datetime = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def goes(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class Post:
    """A letter box."""

    letters: list[tuple[str, str, str]] = field(default_factory=list)

    def send(self, to: str, subject: str, body: str) -> None:
        self.letters.append((to, subject, body))

    @property
    def link(self) -> str:
        """The path in the last letter that has one."""
        return next(found[1] for _, _, body in reversed(self.letters) if (found := LINK.search(body)))


@dataclass
class Reception:
    house: House
    clock: Clock
    post: Post
    site: Site
    door: DeskDoor

    @property
    def gate(self) -> Gate:
        return gate(self.house, WEB, self.post)

    def browser(self) -> Browser:
        return Browser(self)

    def report(self, id: CaseId = CASE, about: str = "person:h.head") -> None:
        """One that is carried to whoever it is for."""
        filed(self.house, self.clock, id, about)

    def settle(self) -> None:
        """Until the letters that were asked for are sent."""
        self.site.loop.run_until_complete(self.door.settled())


@dataclass
class Browser:
    """Keeps its cookie, follows its own redirects, and posts only forms that it was shown."""

    reception: Reception
    cookie: str = ""
    page: Answer = field(default_factory=lambda: Answer(0, "", {}, {}))
    secret: str = ""

    def get(self, path: str) -> Answer:
        return self._took(self.reception.site.get(path, **self._cookies()))

    def post(self, path: str, data: Mapping[str, str] | list[tuple[str, str]], **headers: str) -> Answer:
        told = SAME | {name.replace("_", "-"): value for name, value in headers.items()}
        told = {name: value for name, value in told.items() if value}
        return self._took(self.reception.site.ask("POST", path, data, **self._cookies(), **told))

    def press(self, label: str, **filled: str) -> Answer:
        """The button of that name on the page, with what is filled in."""
        action, fields = form(self.page.body, label)
        return self.post(action, {**fields, **filled})

    def enrol(self, person: PersonId = CHAIR) -> None:
        self.get(self.reception.gate.invite("sample", person).removeprefix(WEB))
        self.press("Set up my authenticator")
        self.secret = re.search(r'class="secret">([A-Z2-7 ]+)<', self.page.body)[1].replace(" ", "")  # type: ignore[index]
        self.press("Finish", code=self.code())
        self.reception.settle()

    def code(self) -> str:
        """The next one, as the app shows it half a minute later."""
        self.reception.clock.goes(seconds=30)
        return pyotp.TOTP(self.secret).at(self.reception.clock())

    def ask_for_link(self, email: str = "c.chair@school.example") -> Answer:
        self.get("/desk")
        answer = self.press("Send me a link", email=email)
        self.reception.settle()
        return answer

    def come_to_the_code(self) -> None:
        """As a chair who has used a link, and is asked for a code."""
        self.enrol()
        self.ask_for_link()
        self.get(self.reception.post.link)
        self.press("Continue")

    def sign_in(self, person: PersonId = CHAIR) -> None:
        if not self.secret:
            self.enrol(person)
        self.ask_for_link(f"{person}@school.example")
        self.get(self.reception.post.link)
        self.press("Continue")
        self.press("Sign in", code=self.code())

    def read(self, item: int = 1) -> None:
        """From the list past the gate to the report."""
        self.press(f"Open item {item}")
        self.press("Open")

    @property
    def words(self) -> str:
        return self.page.seen.words

    def _cookies(self) -> dict[str, str]:
        return {"Cookie": f"__Host-candour={self.cookie}"} if self.cookie else {}

    def _took(self, answer: Answer) -> Answer:
        if "__Host-candour" in answer.cookies:
            self.cookie = answer.cookies["__Host-candour"].split(";")[0].partition("=")[2].strip('"')
        self.page = answer
        return self.get(answer.headers["Location"]) if answer.status == 303 else answer


def filed(house: House, clock: Clock, id: CaseId, about: str) -> None:
    """A report that is carried to whoever it is for."""
    registered = house.school("sample")
    concern = Concern(Kind.POLICY_BREACH, frozenset({about}), PersonId("t.teacher"))
    house.desk(registered).file(Report(id, clock(), concern, False), {"account": ACCOUNT}, id * 2)
    Worker((house.round(registered),), clock).drain()


def form(body: str, label: str) -> tuple[str, dict[str, str]]:
    """Where the form with this button posts to, and its hidden fields."""
    for found in re.finditer(r'<form method="post" action="([^"]+)">(.*?)</form>', body, re.DOTALL):
        if re.search(rf"<button[^>]*>{re.escape(label)}</button>", found[2]):
            hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', found[2])
            return found[1], dict(hidden)
    raise AssertionError(f"there is no button “{label}” on: {body[-1500:]}")


@contextmanager
def reception(folder: Path, mail: Mail | None = None, by_post: bool = False, **environ: str) -> Iterator[Reception]:
    """`by_post`: letters go as the settings say, instead of into `post`."""
    clock, post = Clock(), Post()
    base = {"CANDOUR_HOME": str(folder / "data"), "CANDOUR_KEY": KEY, "PUBLIC_URL": WEB}
    house = House.open(base | environ, folder, clock)
    stocked(house, house.school("sample"))
    try:
        door = desk_door(house, WEB, None if by_post else mail or post)
        with site(application(house, WEB, door)) as found:
            yield Reception(house, clock, post, found, door)
    finally:
        house.close()
