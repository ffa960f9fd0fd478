"""The report as one flow: what it is about, who will get it, the words, what may be added, and sending it."""

from __future__ import annotations

from bot.asked import one, people, perhaps, some, text
from bot.flow import Flow, Section
from bot.report_choices import (
    ABOUT_KINDS,
    CHECK,
    CONTACT,
    DANGER,
    KINDS,
    NAMEABLE,
    NAMING,
    NO_YES,
    NOBODY_OF_THEM,
    NOT_LISTED,
    PARTS,
    PERHAPS,
    REROUTED,
    SAFE,
    START,
    SUBJECTS,
    UNSURE,
    WHERE,
    WITH_CARE,
    YES,
)
from bot.report_more import ADDING, AFTER_WORDS, address
from reports.report import Kind as About
from reports.report import Role

SAFETY, BEFORE, ABOUT, ROUTE = "First, safety", "Before you start", "What it is about", "Where it will go"
NAME, WORDS, LAST, SENT = "Your name", "What happened", "Check and send", "Sent"
KIND = "What is it about? Choose the closest. If a child may be at risk, choose that."
ABOUT_WHOM = ("kind", "about", "who", "maybe_head")
WHO_DECIDES = (*ABOUT_WHOM, "others", "part", "pupils_present", "tell_manager")
SITE, CONTACTED = (About.PROHIBITED_SITE_SELF,), (About.PUPIL_CONTACT_SELF,)

BEGINNING = (
    Section(SAFETY, (one("danger", "Is anyone in immediate danger right now?", DANGER),)),
    Section(SAFETY, (one("safe", "What would you like to do?", SAFE, "danger", danger=(YES, UNSURE)),)),
    Section(BEFORE, (one("start", "Shall we start?", START, "notice"),)),
)
WHAT_AND_WHO = (
    Section(ABOUT, (one("kind", KIND, KINDS),)),
    Section(
        ABOUT,
        (
            one("site_children", "Could the site show children being abused?", WITH_CARE, kind=SITE),
            one("contact", "What happened?", CONTACT, kind=CONTACTED),
        ),
    ),
    Section(
        ABOUT,
        (
            address(),
            one("pupils_present", "Were pupils there?", NO_YES, kind=SITE),
            some("about", "Who is it about?", SUBJECTS, kind=ABOUT_KINDS),
            one(
                "tell_manager",
                "Shall I also tell your line manager that a pupil contacted you, without details?",
                NO_YES,
                contact=("they", "replied", "former"),
                manager=(YES,),
            ),
        ),
    ),
    Section(
        ABOUT,
        (
            one("maybe_head", "Could it be the headteacher?", PERHAPS, rests_on=("about",), about=(Role.UNKNOWN,)),
            people("who", "Who is it?", NOT_LISTED, rests_on=("about",), about=NAMEABLE),
        ),
    ),
    Section(
        ABOUT,
        (
            some(
                "others",
                "Did any of these people take part, see it, or are they close to someone involved?",
                (NOBODY_OF_THEM,),
                offers="delivery",
                rests_on=ABOUT_WHOM,
                pace=("standard",),
                kind=ABOUT_KINDS,
                deliverable=(YES,),
            ),
        ),
    ),
    Section(
        ABOUT, (one("part", "What was their part? Choose the closest.", PARTS, rests_on=("others",), involved=(YES,)),)
    ),
)
ROUTE_AND_WORDS = (
    Section(ROUTE, (one("where", "Is that right?", WHERE, "route", rests_on=WHO_DECIDES),)),
    Section(NAME, (one("naming", "Do you want your name on it?", NAMING, "naming"),)),
    Section(
        WORDS,
        (
            text("happened", "Tell us what happened, in your own words.", "happened", long=True),
            perhaps(
                "message", "The message you chose is here. I keep its address, and I haven't read it.", message=(YES,)
            ),
        ),
    ),
)
SENDING = (
    Section(
        ROUTE,
        (
            one(
                "rerouted",
                "Is that right?",
                REROUTED,
                "rerouted",
                rests_on=(*WHO_DECIDES, "mention", "image_check", "witnesses"),
                rerouted=(YES,),
            ),
        ),
    ),
    Section(
        LAST,
        (
            one(
                "send",
                "Nothing has been sent yet. Send it?",
                CHECK,
                "review",
                rests_on=("where", "naming", "happened", "rerouted"),
            ),
        ),
    ),
    Section(SENT, (text("code", "To finish, type the last 4 characters of your code.", "receipt"),)),
)
REPORT = Flow(
    "report",
    (*BEGINNING, *WHAT_AND_WHO, *ROUTE_AND_WORDS, *AFTER_WORDS, *ADDING, *SENDING),
    facts={
        "pace": ("standard", "urgent"),
        "image": (YES, "no"),
        **dict.fromkeys(
            (
                "deliverable",
                "manager",
                "message",
                "involved",
                "self_harm",
                "image_words",
                "mentions",
                "shows_who",
                "hidden_name",
                "wants_told",
                "rerouted",
            ),
            (YES,),
        ),
    },
)
