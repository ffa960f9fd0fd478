"""What to do in danger: fixed words that need no database, are never gated, and always come first."""

from __future__ import annotations

from bot.card import Card, Say
from reports.people import Person, PersonId, Post, School

Barred = frozenset[PersonId]
NOBODY: Barred = frozenset()

AUTHORITIES = frozenset({"LADO", "LA", "CSC", "police"})
ADULT_IMAGE = (
    "Please don't forward it, and keep what you have as it is. I take no pictures here.",
    "The police can help when someone shares a private picture: 101. The Revenge Porn Helpline is on 0345 6000 459.",
)
KEEPING = (
    "Take a picture of the messages with the date and the sender's name in it, and keep it where others can't see it.",
    "Don't reply, and don't delete anything. Never keep, copy or send a sexual image of someone under 18.",
)
DANGER = "If anyone is in danger"
NOT_WATCHED = "I am not watched live: nobody reads this as you type."
POLICE = "Call 999 now if anyone is in danger. For the police when it is not an emergency, call 101."


def danger(school: School, barred: Barred = NOBODY) -> Card:
    return Card(DANGER, danger_parts(school, barred))


def danger_parts(school: School, barred: Barred = NOBODY) -> tuple[Say, ...]:
    return (
        Say("Call 999 now."),
        Say(f"If a child is at risk, also tell {safeguarding_lead(school, barred)}, or {_senior(barred)}."),
        Say(NOT_WATCHED),
    )


def image_parts(school: School, barred: Barred = NOBODY) -> tuple[Say, ...]:
    """Wherever a sexual image of someone under 18 may be involved. UKCIS, Sharing nudes and semi-nudes (2024)."""
    return (
        Say(
            "If the image is, or could be, of someone under 18: please don't open, copy, save, print, forward "
            "or delete it, and don't ask a child to show it or send it."
        ),
        Say(
            f"Don't send it here and don't describe it. Tell {safeguarding_lead(school, barred)} now, in person or "
            "by phone. If an adult made or shared it, or you can't reach them, call the police: 999 or 101."
        ),
        Say("If you have already seen it by accident, you have done nothing wrong by telling someone."),
    )


def no_files(school: School, barred: Barred = NOBODY) -> Card:
    """Nothing that is dropped into a chat is opened or fetched."""
    return Card(
        "I can't take files here",
        (
            Say("I haven't opened it. The chat that you put it in has kept it; you can delete it there."),
            Say(
                "If it could be a nude or sexual image of someone under 18: don't open, copy or forward it. "
                f"Tell {safeguarding_lead(school, barred)} now."
            ),
        ),
    )


def child_parts(school: School, barred: Barred = NOBODY) -> tuple[Say, ...]:
    lead = safeguarding_lead(school, barred)
    lines = [Say(f"If you can, tell {lead} in person or by phone now. Don't wait for a reply here.")]
    if social_care := outside_line(school, "CSC"):
        lines.append(Say(f"If you can't reach anyone in school, call {social_care}."))
    return tuple(lines)


def support_parts(school: School) -> tuple[Say, ...]:
    """For someone whose own words may speak of harming themselves. It asks nothing and stops nothing."""
    return (
        Say("It sounds as if things are very hard just now. You can talk to someone at any hour: Samaritans, 116 123."),
        *support_lines(school),
        Say("If you might hurt yourself, call 999, or tell someone who is near you."),
    )


def support_lines(school: School) -> tuple[Say, ...]:
    """The school's own support lines: every outside entry that is no authority."""
    lines = [f"{outside.name}: {outside.phone}" for outside in school.outside if outside.body not in AUTHORITIES]
    return tuple(map(Say, (*lines, "Your GP can help too.")))


def threat_parts(_: School) -> tuple[Say, ...]:
    return (
        Say("If you think the threat could be carried out, call 999 now. Keep the message, and don't reply to it."),
    )


def safeguarding_lead(school: School, barred: Barred = NOBODY) -> str:
    """By name, but nobody whom the report is about, once that is known: then somebody is still to be told."""
    holders = school.holders(Post.DSL, Post.DEPUTY_DSL)
    leads = [person for person in holders if person.active and person.id not in barred]
    named = " or ".join(person.name for person in sorted(leads, key=_lead_first))
    if holders and not named:
        return outside_line(school, "LADO") or "the local authority's designated officer"
    return f"{named} (safeguarding)" if named else "the designated safeguarding lead"


def _senior(barred: Barred) -> str:
    return "a senior person it is not about" if barred else "the most senior person in school"


def _lead_first(person: Person) -> bool:
    return Post.DSL not in person.posts


def outside_line(school: School, body: str) -> str:
    """ "Children's Social Care on 01632 960111", or nothing where the school has not filled it in."""
    known = school.outside_body(body)
    return "" if known is None else f"{known.name} on {known.phone}" if known.phone else known.name


def stopped(school: School, sent: bool) -> Card:
    gone = "Stopped. Nothing has been sent, and I've deleted what you told me."
    says = "Your report was already sent. I've cleared it from here." if sent else gone
    return Card("Stopped", (Say(says), Say("If you want help now:"), *someone_to_call(school)))


UNSAVED = {
    True: "Your report was sent. I couldn't save what came after it. Type report to go on.",
    False: "I couldn't save this. Nothing was sent. Please try again in a few minutes.",
    None: "I couldn't save this, and I can't tell yet whether it was sent. Please try again in a few minutes. "
    "Sending twice still makes one report.",
}


def unsaved(school: School, sent: bool | None) -> Card:
    """For whoever said something while it could not be kept; `sent` is None where nobody can tell."""
    return Card("I couldn't save this", (Say(UNSAVED[sent]), *someone_to_call(school)))


def sealed(school: School) -> Card:
    """For whoever asks after a report whose key is missing or damaged."""
    says = "I can't open this, because its key is missing or damaged. Nothing you do here can change that."
    return Card("I can't open this", (Say(says), *someone_to_call(school)))


def someone_to_call(school: School) -> tuple[Say, ...]:
    """People and numbers for anyone who would rather not type."""
    lines = [f"{outside.name}: {outside.phone}" for outside in school.outside if outside.phone]
    return (Say("You can talk to a person instead."), *map(Say, lines), Say(POLICE))
