"""The questions that draw a report out of someone, told as data: their order, their words, what each rests on."""

from __future__ import annotations

from bot.card import Choice, Kind
from bot.flow import Flow, Section, Step
from reports.report import Kind as About
from reports.report import Role

UNSURE = "unsure"
NOT_LISTED = "not_listed"
SEND, NAMED, ANONYMOUS = "send", "named", "anonymous"

DANGER = (Choice("no", "No"), Choice("yes", "Yes"), Choice(UNSURE, "Not sure"))
SAFE = (Choice("done", "I've done that"), Choice("on", "Carry on with the report"))
START = (
    Choice("start", "Start"),
    Choice("more", "Tell me more about who could see this", "threats", stays=True),
    Choice("call", "Call someone instead", "call", stays=True),
)
KINDS = (
    Choice(About.CYBERBULLYING, "Bullying or unkind messages online"),
    Choice(About.HARASSMENT, "Harassment or discrimination"),
    Choice(About.POLICY_BREACH, "A policy not being followed"),
    Choice(About.PUPIL_CONTACT_SELF, "A pupil or former pupil contacted me online", "contact"),
    Choice(About.PUPIL_CONTACT_COLLEAGUE, "An adult's contact with a pupil"),
    Choice(About.PROHIBITED_SITE_SELF, "I opened a site I shouldn't have", "site"),
    Choice(About.HARMFUL_CONTENT, "Something harmful seen online"),
    Choice(About.THREAT, "A threat", "threat"),
    Choice(About.CHILD_SAFEGUARDING, "I'm worried about a child", "child"),
    Choice(About.INDECENT_IMAGE, "A nude, sexual or indecent image is involved", "image"),
    Choice("other", "Something else, or not sure"),
)
SUBJECTS = (
    Choice(Role.PUPIL, "A pupil"),
    Choice(Role.COLLEAGUE, "A colleague"),
    Choice(Role.LINE_MANAGER, "My line manager"),
    Choice(Role.SLT, "A member of the senior leadership team"),
    Choice(Role.DEPUTY, "The deputy headteacher"),
    Choice(Role.HEAD, "The headteacher"),
    Choice(Role.CHAIR, "The chair of governors"),
    Choice(Role.GOVERNOR, "Another governor"),
    Choice(Role.PARENT, "A parent or carer"),
    Choice(Role.PUBLIC, "A member of the public"),
    Choice(Role.CONTRACTOR, "A contractor, supply teacher or volunteer"),
    Choice(Role.UNKNOWN, "I don't know"),
    Choice(Role.PREFER_NOT, "I'd rather not say"),
    Choice(Role.ME, "Me: my own mistake"),
)
NAMEABLE = (Role.COLLEAGUE, Role.LINE_MANAGER, Role.SLT, Role.GOVERNOR, Role.CONTRACTOR)
PERHAPS = (Choice("no", "No"), Choice("possibly", "Possibly"))
WHERE = (
    Choice("right", "That's right"),
    Choice("why", "Why these people?", "why", stays=True),
    Choice("call", "Call someone instead", "call", stays=True),
)
NAMING = (Choice(NAMED, "Use my name"), Choice(ANONYMOUS, "Keep my name from the people who read it"))
CHECK = (
    Choice(SEND, "Send"),
    Choice("words", "Change what happened"),
    Choice("about", "Change who it is about"),
    Choice("naming", "Change whether my name is on it"),
)
CHANGES = {"words": "happened", "about": "about", "naming": "naming"}  # of CHECK: the step that is asked again

REPORT = Flow(
    "report",
    (
        Section("First, safety", (Step("danger", "Is anyone in immediate danger right now?", Kind.CHOICE, DANGER),)),
        Section(
            "First, safety",
            (
                Step(
                    "safe",
                    "What would you like to do?",
                    Kind.CHOICE,
                    SAFE,
                    panel="danger",
                    only_if={"danger": ("yes", UNSURE)},
                ),
            ),
        ),
        Section("Before you start", (Step("start", "Shall we start?", Kind.CHOICE, START, panel="notice"),)),
        Section(
            "What it is about",
            (
                Step("kind", "What is it about? Choose the closest.", Kind.CHOICE, KINDS),
                Step("about", "Who is it about? You can choose more than one, like 1, 3.", Kind.CHOICES, SUBJECTS),
            ),
        ),
        Section(
            "What it is about",
            (
                Step(
                    "maybe_head",
                    "Could it be the headteacher?",
                    Kind.CHOICE,
                    PERHAPS,
                    rests_on=("about",),
                    only_if={"about": (Role.UNKNOWN,)},
                ),
                Step(
                    "who",
                    "Who is it? Type a name, or several with commas between them.",
                    Kind.PEOPLE,
                    (Choice(NOT_LISTED, "Someone not listed, or I'd rather not name them"),),
                    rests_on=("about",),
                    only_if={"about": NAMEABLE},
                ),
            ),
        ),
        Section(
            "Where it will go",
            (
                Step(
                    "where",
                    "Is that right?",
                    Kind.CHOICE,
                    WHERE,
                    panel="route",
                    rests_on=("kind", "about", "who", "maybe_head"),
                ),
            ),
        ),
        Section("Your name", (Step("naming", "Do you want your name on it?", Kind.CHOICE, NAMING, panel="naming"),)),
        Section("What happened", (Step("happened", "Tell us what happened, in your own words.", panel="happened"),)),
        Section(
            "Check and send",
            (
                Step(
                    "send",
                    "Nothing has been sent yet. Send it?",
                    Kind.CHOICE,
                    CHECK,
                    panel="review",
                    rests_on=("where", "naming", "happened"),
                ),
            ),
        ),
        Section("Sent", (Step("code", "To finish, type the last 4 characters of your code.", panel="receipt"),)),
    ),
)
