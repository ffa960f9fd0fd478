"""The pages around the desk: to ask for a link, to use it, to give a code, to set up an authenticator."""

from __future__ import annotations

from datetime import timedelta, tzinfo

from adapters.stores.desk_authenticators import Tried
from adapters.web import cards
from adapters.web.desk import codes
from adapters.web.forms import Seal
from adapters.web.markup import Child, Html, joined, tag
from adapters.web.page import message, page

TITLE = "Candour"  # of every page: a tab or a history that somebody else reads says no more
HERE = "/desk"
GIVE_CODE, GIVE_NEW_CODE, LEAVE = "code", "new code", "leave"  # offers of these pages
WRONG = "That code is not right, or it was used before. Wait for the next one, and type that."


def ask_for_link() -> str:
    field = joined(
        tag("label", "Your e-mail address", for_="_email", class_="asks"),
        tag("input", type="email", id="_email", name="email", autocomplete="email", required=True, spellcheck="false"),
    )
    return page(
        TITLE,
        tag("h1", "Sign in"),
        tag("p", "This desk is for people who receive private items for their school."),
        _form(f"{HERE}/link", tag("div", field, class_="field"), _buttons("Send me a link")),
    )


def link_asked_for() -> str:
    return message(
        "Check your e-mail",
        "If that address belongs to someone who is set up here, a link is on its way. It works once, for 15 minutes.",
        "If nothing comes, ask whoever looks after Candour at your school.",
    )


def use_link(token: str, enrolling: bool) -> str:
    """A button, because a program that looks through letters follows every link, and presses nothing."""
    title, label, to = ("Set up", "Set up my authenticator", "enrol") if enrolling else ("Sign in", "Continue", "in")
    return page(
        TITLE,
        tag("h1", title),
        tag("p", "This link works once. Please continue when you have your phone beside you."),
        _form(f"{HERE}/{to}", tag("input", type="hidden", name="token", value=token), _buttons(label)),
    )


def link_over() -> str:
    again = tag("p", tag("a", "Ask for a new link", href=HERE))
    return page(TITLE, tag("h1", "This link no longer works"), tag("p", "It was used, or its time is over."), again)


def ask_for_code(seal: Seal, problem: str = "") -> str:
    said = tag("p", "Open your authenticator app, and type the 6 digits that it shows for Candour.")
    return page(
        TITLE,
        _told(problem),
        tag("h1", "Your code"),
        said,
        cards.posting(f"{HERE}/code", GIVE_CODE, seal, joined(_code(problem), _buttons("Sign in"))),
        ways=leaving(seal),
    )


def set_up(seal: Seal, secret: str, school: str, problem: str = "") -> str:
    spelled = tag("p", tag("strong", codes.spelled(secret), class_="secret"))
    return page(
        TITLE,
        _told(problem),
        tag("h1", "Set up your authenticator"),
        tag("p", "Scan this picture with an authenticator app on your phone."),
        codes.picture(secret, school),
        tag("p", "If you can’t scan it, type this secret into the app:"),
        spelled,
        tag("p", "Keep both to yourself. They are shown only now."),
        cards.posting(f"{HERE}/enrol/code", GIVE_NEW_CODE, seal, joined(_code(problem), _buttons("Finish"))),
    )


def is_set_up() -> str:
    ask = tag("p", tag("a", "Ask for a link to sign in", href=HERE))
    return page(TITLE, tag("h1", "Your authenticator is set up"), tag("p", "I have sent you a letter about it."), ask)


def signed_out() -> str:
    return page(TITLE, tag("h1", "Signed out"), tag("p", "You can close this page."))


def home() -> str:
    """Where Hide leads when there are no policies to show: it says nothing of a desk."""
    return message("Candour", "Ask about your school’s policies in Slack, Teams or wherever your school uses Candour.")


def wrong(tried: Tried, zone: tzinfo) -> str:
    if tried.held is None:
        return WRONG
    over = tried.held.astimezone(zone) + timedelta(seconds=59)  # written without its seconds, and never too early
    return f"There were too many wrong codes. Please wait until {over:%H:%M}, and try again."


def leaving(seal: Seal) -> Html:
    return cards.posting(f"{HERE}/leave", LEAVE, seal, tag("button", "Sign out", type="submit", class_="quiet"))


def _code(problem: str) -> Html:
    wrong = tag("p", problem, class_="wrong", id="_code-wrong") if problem else None
    box = tag(
        "input",
        type="text",
        id="_code",
        name="code",
        class_="code",
        inputmode="numeric",
        autocomplete="one-time-code",
        required=True,
        aria_describedby="_code-wrong" if problem else None,
        aria_invalid="true" if problem else None,
    )
    look = "field has-wrong" if problem else "field"
    return tag("div", tag("label", "6-digit code", for_="_code", class_="asks"), wrong, box, class_=look)


def _told(problem: str) -> Html | None:
    if not problem:
        return None
    listed = tag("ul", tag("li", tag("a", problem, href="#_code")))
    return tag("div", tag("h2", "Please look at this again"), listed, class_="problems", role="alert")


def _form(to: str, *inside: Child) -> Html:
    """Of somebody who has no session yet: nothing is sealed, and nothing that it does needs to be."""
    return tag("form", *inside, method="post", action=to)


def _buttons(label: str) -> Html:
    return tag("div", tag("button", label, type="submit", class_="first"), class_="buttons")
