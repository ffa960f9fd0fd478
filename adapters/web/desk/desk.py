"""What each address of the desk does: who is there is told by the session and by nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from adapters import addresses
from adapters.stores.desk_sessions import CODE, ENROL
from adapters.web import forms
from adapters.web.desk import pages
from adapters.web.desk.exchange import Came, Went
from adapters.web.desk.gate import Gate, Visitor
from adapters.web.desk.screens import Screen
from adapters.web.forms import Heard, NotOffered, Seal
from bot.asking import Incoming, Pressed, Replies
from bot.assistant import Assistant
from reports.people import School

LONGEST_EMAIL = 254  # characters (RFC 5321)
LIST = "inbox"  # the action that shows what waits
READS = frozenset({"open", "drafted"})  # the verbs whose answers may be printed
TO_DESK, TO_CODE, TO_SET_UP = pages.HERE, f"{pages.HERE}/code", f"{pages.HERE}/enrol"


@dataclass(frozen=True)
class Desk:
    """`assistant` is the bot of a school; `policies`, whether there are pages of them to hide behind."""

    gate: Gate
    assistant: Callable[[School], Assistant]
    clock: Callable[[], datetime]
    policies: bool = True

    def arrive(self, came: Came) -> Went:
        visitor = self.gate.visitor(came.cookie)
        if visitor is None:
            return Went(pages.ask_for_link())
        if not visitor.inside:
            return Went(to=TO_SET_UP if visitor.session.stage == ENROL else TO_CODE)
        return self._shown(visitor, self._told(visitor, Heard(Pressed(LIST))))

    def ask_for_link(self, came: Came) -> Went:
        """The same answer for everyone; who it was is looked up when the answer has gone."""
        email = forms.one(came.fields, "email")[:LONGEST_EMAIL]
        return Went(pages.link_asked_for(), after=lambda: self.gate.send_link(email))

    def show_link(self, came: Came) -> Went:
        """Not looked up: the page is the same for every link, good or bad."""
        return Went(pages.use_link(came.token, enrolling=False))

    def show_invitation(self, came: Came) -> Went:
        return Went(pages.use_link(came.token, enrolling=True))

    def enter(self, came: Came) -> Went:
        begun = self.gate.enter(forms.one(came.fields, "token"))
        return Went(to=TO_CODE, cookie=begun) if begun else Went(pages.link_over(), 403)

    def show_code(self, came: Came) -> Went:
        visitor = self._at(came, CODE)
        return Went(pages.ask_for_code(_seal(visitor))) if visitor else Went(to=TO_DESK)

    def give_code(self, came: Came) -> Went:
        visitor = self._at(came, CODE)
        if visitor is None:
            return Went(to=TO_DESK)
        _offered(visitor, came, pages.GIVE_CODE)
        tried, begun = self.gate.give_code(visitor, forms.one(came.fields, "code"))
        if begun:
            return Went(to=TO_DESK, cookie=begun)
        problem = pages.wrong(tried, ZoneInfo(visitor.school.timezone))
        return Went(pages.ask_for_code(_seal(visitor), problem))

    def begin_enrolment(self, came: Came) -> Went:
        begun = self.gate.begin_enrolment(forms.one(came.fields, "token"))
        return Went(to=TO_SET_UP, cookie=begun) if begun else Went(pages.link_over(), 403)

    def show_set_up(self, came: Came) -> Went:
        visitor = self._at(came, ENROL)
        return self._set_up(visitor) if visitor else Went(to=TO_DESK)

    def enrol(self, came: Came) -> Went:
        visitor = self._at(came, ENROL)
        if visitor is None:
            return Went(to=TO_DESK)
        _offered(visitor, came, pages.GIVE_NEW_CODE)
        if not self.gate.enrol(visitor, forms.one(came.fields, "code")):
            return self._set_up(visitor, pages.WRONG)
        return Went(pages.is_set_up(), cookie="", after=lambda: self.gate.tell_enrolled(visitor))

    def do(self, came: Came) -> Went:
        visitor = self.gate.visitor(came.cookie)
        if visitor is None or not visitor.inside:
            return Went(to=TO_DESK)
        offer = forms.offered(came.fields, _seal(visitor))
        replies = self._all_told(visitor, forms.heard(offer, came.fields))
        return self._shown(visitor, replies, offer if forms.pressed(offer) in READS else "")

    def print(self, came: Came) -> Went:
        """Asks for it again: a copy is made only of what this person may read at this moment."""
        visitor = self.gate.visitor(came.cookie)
        if visitor is None or not visitor.inside:
            return Went(to=TO_DESK)
        offer = forms.offered(came.fields, _seal(visitor))
        if forms.pressed(offer) not in READS:
            raise NotOffered(NotOffered.__doc__)
        replies = self._all_told(visitor, forms.heard(offer, came.fields))
        return Went(Screen(visitor, _seal(visitor)).printed([reply.card for reply in replies], self.clock()))

    def hide(self, came: Came) -> Went:
        """Leads away and locks: who then goes back in the browser is asked for a code."""
        visitor = self.gate.visitor(came.cookie)
        if visitor is None:
            return Went(to="/")
        self.gate.lock(visitor)
        return Went(to=addresses.policies(visitor.school.id) if self.policies else "/")

    def leave(self, came: Came) -> Went:
        visitor = self.gate.visitor(came.cookie)
        if visitor is None:
            return Went(to=TO_DESK, cookie="")
        _offered(visitor, came, pages.LEAVE)
        self.gate.leave(visitor)
        return Went(pages.signed_out(), cookie="")

    def _at(self, came: Came, stage: str) -> Visitor | None:
        visitor = self.gate.visitor(came.cookie)
        return visitor if visitor and visitor.session.stage == stage else None

    def _set_up(self, visitor: Visitor, problem: str = "") -> Went:
        return Went(pages.set_up(_seal(visitor), self.gate.secret(visitor), visitor.school.name, problem))

    def _all_told(self, visitor: Visitor, heard: tuple[Heard, ...]) -> Replies:
        """Several answers one after the other, as far as each is understood."""
        replies: Replies = ()
        for one in heard:
            replies = self._told(visitor, one)
            if replies and replies[-1].card.problems:
                break
        return replies

    def _told(self, visitor: Visitor, heard: Heard) -> Replies:
        incoming = Incoming(visitor.person.id, self.clock(), heard.what, heard.asked, of=heard.of)
        return self.assistant(visitor.school).hear(incoming)

    def _shown(self, visitor: Visitor, replies: Replies, printable: str = "") -> Went:
        wide = printable if any(reply.wipes for reply in replies) else ""  # only where something private was shown
        return Went(Screen(visitor, _seal(visitor)).shown([reply.card for reply in replies], wide))


def _seal(visitor: Visitor) -> Seal:
    return Seal(visitor.token.encode())


def _offered(visitor: Visitor, came: Came, offer: str) -> None:
    """Raises NotOffered unless it is this that was posted, from this session's own page."""
    if forms.offered(came.fields, _seal(visitor)) != offer:
        raise NotOffered(NotOffered.__doc__)
