"""Lets a recipient in by two things they have: the letters sent to them, and their authenticator."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.schoolfile import Registered
from adapters.stores.desk_authenticators import StoredAuthenticators, Tried
from adapters.stores.desk_links import StoredLinks
from adapters.stores.desk_sessions import CODE, ENROL, IN, Session, StoredSessions
from adapters.web.desk import codes, letters, tokens
from adapters.web.desk.letters import Letter, Mail
from reports.people import Person, PersonId, School

LIVES = timedelta(minutes=15)  # a link to sign in
ENROLS_WITHIN = timedelta(days=2)  # a link to set up an authenticator: it is handed over by a person
MOST_LINKS = 3  # of one person that can be used at once: nobody's letter box is filled
SIGN_IN, SET_UP = "in", "enrol"


@dataclass(frozen=True)
class Visitor:
    """Who is there, as their session says; `token` is what their browser holds."""

    token: str
    session: Session
    school: School
    person: Person

    @property
    def inside(self) -> bool:
        return self.session.stage == IN


@dataclass(frozen=True)
class Gate:
    """`address` is where this server is reached from outside."""

    schools: Mapping[str, Registered]
    links: StoredLinks
    sessions: StoredSessions
    authenticators: StoredAuthenticators
    mail: Mail
    clock: Callable[[], datetime]
    address: str

    def send_link(self, email: str) -> None:
        """To every enrolled person with that address. Says nothing of whether there was one."""
        now, reached = self.clock(), self._reached_by(email)
        if reached:
            self.links.sweep(now)
        for school, person in reached:
            if self.links.live(SIGN_IN, school.id, person.id, now) < MOST_LINKS:
                token = self._linked(SIGN_IN, school.id, person.id, now + LIVES)
                self._send(person, letters.link(f"{self.address}/desk/in/{token}", LIVES // timedelta(minutes=1)))

    def enter(self, token: str) -> str | None:
        """Use a link up for a session that has yet to give its code; None where it opens nothing (any more)."""
        now = self.clock()
        found = self._used(token, SIGN_IN, now)
        if found is None:
            return None
        self.sessions.sweep(now)
        return self._begun(Session(*found, CODE))

    def give_code(self, visitor: Visitor, typed: str) -> tuple[Tried, str | None]:
        """With the right code, a new session in the place of the one that gave it."""
        now, school, person = self.clock(), visitor.school.id, visitor.person.id
        tried = self.authenticators.attempt(school, person, typed, lambda s, code: codes.number(s, code, now), now)
        if not tried.right:
            return tried, None
        self.sessions.end(tokens.hashed(visitor.token))
        return tried, self._begun(Session(school, person, IN))

    def invite(self, school: str, person: PersonId) -> str:
        """The address at which this person sets up their authenticator, once. Earlier ones open nothing any more."""
        self.links.revoke(SET_UP, school, person)
        token = self._linked(SET_UP, school, person, self.clock() + ENROLS_WITHIN)
        return f"{self.address}/desk/enrol/{token}"

    def begin_enrolment(self, token: str) -> str | None:
        found = self._used(token, SET_UP, self.clock())
        if found is None:
            return None
        return self._begun(Session(*found, ENROL, self.authenticators.seal(*found, codes.secret())))

    def secret(self, visitor: Visitor) -> str:
        """Of the authenticator that is being set up."""
        sealed = visitor.session.sealed
        assert sealed is not None  # noqa: S101 - begin_enrolment makes no such session without one
        return self.authenticators.opened(visitor.school.id, visitor.person.id, sealed)

    def enrol(self, visitor: Visitor, typed: str) -> bool:
        """Only with a code of the new authenticator. Every session of this person ends."""
        now, school, person = self.clock(), visitor.school.id, visitor.person.id
        number = codes.number(self.secret(visitor), typed, now)
        sealed = visitor.session.sealed
        if number is None or sealed is None:
            return False
        self.authenticators.enrol(school, person, sealed, number, now)
        self.sessions.end_all(school, person)
        return True

    def tell_enrolled(self, visitor: Visitor) -> None:
        """By letter, so that somebody whom another person enrolled in their name hears of it."""
        self._send(visitor.person, letters.enrolled())

    def visitor(self, token: str) -> Visitor | None:
        """Whoever holds this, if they are still somebody here."""
        if not tokens.well_formed(token):
            return None
        session = self.sessions.touch(tokens.hashed(token), self.clock())
        registered = self.schools.get(session.school) if session else None
        person = registered.school.person(session.person) if session and registered else None
        if session is None or registered is None or person is None or not person.active:
            return None
        return Visitor(token, session, registered.school, person)

    def lock(self, visitor: Visitor) -> None:
        self.sessions.lock(tokens.hashed(visitor.token))

    def leave(self, visitor: Visitor) -> None:
        self.sessions.end(tokens.hashed(visitor.token))

    def _reached_by(self, email: str) -> list[tuple[School, Person]]:
        wanted = email.strip().casefold()
        found = [
            (entry.school, person)
            for entry in self.schools.values()
            for person in entry.school.people
            if wanted and person.active and person.email.strip().casefold() == wanted
        ]
        return [(school, person) for school, person in found if self.authenticators.enrolled(school.id, person.id)]

    def _linked(self, purpose: str, school: str, person: PersonId, until: datetime) -> str:
        token = tokens.drawn()
        self.links.add(tokens.hashed(token), purpose, school, person, until)
        return token

    def _used(self, token: str, purpose: str, now: datetime) -> tuple[str, PersonId] | None:
        return self.links.use(tokens.hashed(token), purpose, now) if tokens.well_formed(token) else None

    def _begun(self, session: Session) -> str:
        token = tokens.drawn()
        self.sessions.begin(tokens.hashed(token), session, self.clock())
        return token

    def _send(self, person: Person, letter: Letter) -> None:
        if person.email:
            self.mail.send(person.email, letter.subject, letter.body)
