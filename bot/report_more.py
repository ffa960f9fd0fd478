"""What is asked once the words are written: about what they show, and what may be added to them."""

from __future__ import annotations

from bot.asked import one, people, perhaps, some
from bot.card import Choice
from bot.flow import Section
from bot.report_choices import (
    EVIDENCE,
    HELD,
    IDENTITY,
    IMAGE_MORE,
    MAYBE,
    MORE,
    NEITHER,
    NOT_LISTED,
    TOLD,
    WITH_CARE,
    YES,
)
from bot.step import Step

WORDS, MORE_TITLE = "What happened", "Anything to add"
ANYTHING = "Would you like to add anything?"
MORE_STEPS = ("more", "more_image")
ADDED = (
    "message",
    "site",
    "contact",
    "when",
    "place",
    "still",
    "link",
    "service",
    "receiving",
    "kept",
    "told",
    "support",
)
"""The answers that go with the account, each under its own name."""


def address() -> Step:
    """Never asked for where the site may show children being abused."""
    return perhaps("site", "Which site was it? Give its address or its name.", site_children=("no",))


AFTER_WORDS = (
    Section(
        WORDS,
        (
            one(
                "wellbeing",
                "Do you want to carry on?",
                (Choice("on", "Carry on"),),
                "support",
                rests_on=("happened",),
                self_harm=(YES,),
            ),
            one(
                "image_check",
                "Could it be a sexual image of someone under 18?",
                MAYBE,
                "image",
                rests_on=("happened", "kind"),
                image_words=(YES,),
            ),
            some(
                "mention",
                "You mention people who would get this. What was their part?",
                (NEITHER,),
                offers="mentions",
                rests_on=("happened", "where"),
                mentions=(YES,),
            ),
            one(
                "identity",
                "What would you like to do?",
                IDENTITY,
                "identity",
                rests_on=("happened", "naming"),
                shows_who=(YES,),
                hidden_name=(YES,),
            ),
        ),
    ),
)
ADDING = (
    Section(
        MORE_TITLE,
        (
            some("more", ANYTHING, MORE, rests_on=("image_check",), pace=("standard",), image=("no",)),
            some("more_image", ANYTHING, IMAGE_MORE, rests_on=("image_check",), pace=("standard",), image=(YES,)),
        ),
    ),
    Section(
        MORE_TITLE,
        (
            perhaps("when", "When was it? A day, a time, or about when.", more=("when",)),
            perhaps("place", "Where was it? A place, or an app or site.", more=("when",)),
            one("still", "Can it still be seen?", MAYBE, more=("when",)),
            perhaps("link", "Is there a link? I keep it as text and never open it.", more=("when",)),
            people("witnesses", "Who saw it?", NOT_LISTED, more=("seen",)),
            one("sexual", "Does any of it include a nude or sexual image?", WITH_CARE, more=("evidence",)),
            perhaps(
                "service", "Which app, site or device is it on? Don't describe the picture.", more_image=("service",)
            ),
            one("receiving", "Is anyone still being sent it?", MAYBE, more_image=("service",)),
        ),
    ),
    Section(
        MORE_TITLE, (one("evidence", "Have you kept anything that shows it?", EVIDENCE, "evidence", sexual=("no",)),)
    ),
    Section(
        MORE_TITLE,
        (
            perhaps("kept", "What do you have, and where is it? Don't send it here.", long=True, evidence=(HELD,)),
            some("told", "Who has been told already?", TOLD, wants_told=(YES,)),
            perhaps(
                "support",
                "What would help you feel safe at work today?",
                "support_lines",
                long=True,
                more=("support",),
            ),
        ),
    ),
)
