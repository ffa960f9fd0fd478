"""What may be chosen at each question of the report."""

from __future__ import annotations

from bot.card import Choice
from reports.report import Kind as About
from reports.report import Role

YES, UNSURE, DONE, HELD = "yes", "unsure", "done", "have"
SEND, NAMED, ANONYMOUS, KEEP, DELETE, ADD = "send", "named", "anonymous", "keep", "delete", "add"
ADULT_IMAGE, OTHER = "adult_image", "other"
TOOK_PART, SAW, CLOSE = "took_part", "saw", "close"

NOT_LISTED = Choice("not_listed", "Someone not listed, or I'd rather not name them")
NOBODY_OF_THEM = Choice("none", "None of them")
NEITHER = Choice("neither", "None of these")

DANGER = (Choice("no", "No"), Choice(YES, "Yes"), Choice(UNSURE, "Not sure"))
SAFE = (Choice("done", "I've done that"), Choice("on", "Carry on with the report"))
NO_YES = (Choice("no", "No"), Choice(YES, "Yes"))
MAYBE = (Choice("no", "No"), Choice(YES, "Yes"), Choice(UNSURE, "I don't know"))
WITH_CARE = (Choice("no", "No"), Choice(YES, "Yes", "image"), Choice(UNSURE, "Not sure", "image"))
PERHAPS = (Choice("no", "No"), Choice("possibly", "Possibly"))
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
    Choice(About.INDECENT_IMAGE, "A nude or sexual image that is, or could be, of someone under 18", "image"),
    Choice(ADULT_IMAGE, "A nude or sexual image of an adult", "adult_image"),
    Choice(OTHER, "Something else, or not sure"),
)
ALONE = (About.PUPIL_CONTACT_SELF, About.PROHIBITED_SITE_SELF)  # kinds that say themselves whom they are about
ABOUT_KINDS = tuple(choice.value for choice in KINDS if choice.value not in ALONE)
CONTACT = (
    Choice("they", "They contacted me"),
    Choice("replied", "I replied or accepted", "replied"),
    Choice("family", "They're in my family", "family"),
    Choice("former", "They're a former pupil"),
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
    Choice(Role.ME, "Me: my own mistake", "mistake"),
)
NAMEABLE = (Role.COLLEAGUE, Role.LINE_MANAGER, Role.SLT, Role.GOVERNOR, Role.CONTRACTOR)
PARTS = (
    Choice(TOOK_PART, "They took part"),
    Choice(SAW, "They saw it"),
    Choice(CLOSE, "They are close to someone involved"),
)
WHERE = (
    Choice("right", "That's right"),
    Choice("why", "Why these people?", "why", stays=True),
    Choice("call", "Call someone instead", "call", stays=True),
    Choice("about", "Change what or who it is about"),
)
REROUTED = WHERE
NAMING = (Choice(NAMED, "Use my name"), Choice(ANONYMOUS, "Keep my name from the people who read it"))
IDENTITY = (
    Choice("leave", "Leave it as it is"),
    Choice("change", "Change what I wrote"),
    Choice(NAMED, "Use my name after all"),
)
MORE = (
    Choice(DONE, "No, that's all"),
    Choice("when", "When and where it was"),
    Choice("seen", "Who saw it"),
    Choice("evidence", "What I have kept"),
    Choice("told", "Who has been told already"),
    Choice("support", "What would help me now"),
)
IMAGE_MORE = (
    Choice(DONE, "No, that's all"),
    Choice("service", "Which app or device it is on"),
    Choice("told", "Who has been told already"),
)
EVIDENCE = (
    Choice(HELD, "Yes, I have something safe"),
    Choice("no", "No"),
    Choice("help", "Help me keep it safe", "keeping", stays=True),
)
TOLD = (
    Choice("police", "The police"),
    Choice("dsl", "The safeguarding lead"),
    Choice("lado", "The local authority's designated officer"),
    Choice("manager", "My line manager"),
    Choice("union", "My union"),
    Choice("nobody", "Nobody yet"),
)
CHECK = (
    Choice(SEND, "Send"),
    Choice("words", "Change what happened"),
    Choice("about", "Change what or who it is about"),
    Choice("naming", "Change whether my name is on it"),
    Choice(ADD, "Add something"),
    Choice(KEEP, "Keep it for 24 hours, unsent"),
    Choice(DELETE, "Delete it"),
)
CHANGES = {"words": ("happened",), "about": ("kind", "about", "contact", "site_children"), "naming": ("naming",)}
"""Of CHECK: the questions that are asked again."""
