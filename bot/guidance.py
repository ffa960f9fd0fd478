"""What to do in danger: fixed words that need no database, are never gated, and always come first."""

from __future__ import annotations

from bot.card import Card, Say
from reports.people import Person, Post, School

NOT_WATCHED = "I am not watched live: nobody reads this as you type."
POLICE = "Call 999 now if anyone is in danger. For the police when it is not an emergency, call 101."


def danger(school: School) -> Card:
    return Card("If anyone is in danger", danger_parts(school))


def danger_parts(school: School) -> tuple[Say, ...]:
    return (
        Say("Call 999 now."),
        Say(f"If a child is at risk, also tell {safeguarding_lead(school)}, or the most senior person in school."),
        Say(NOT_WATCHED),
    )


def image_parts(school: School) -> tuple[Say, ...]:
    """Wherever a sexual image of someone under 18 may be involved. UKCIS, Sharing nudes and semi-nudes (2024)."""
    return (
        Say(
            "If the image is, or could be, of someone under 18: please don't open, copy, save, print, forward "
            "or delete it, and don't ask a child to show it or send it."
        ),
        Say(
            f"Don't send it here and don't describe it. Tell {safeguarding_lead(school)} now, in person or by phone. "
            "If an adult made or shared it, or you can't reach them, call the police: 999 or 101."
        ),
        Say("If you have already seen it by accident, you have done nothing wrong by telling someone."),
    )


def child_parts(school: School) -> tuple[Say, ...]:
    lines = [
        Say(f"If you can, tell {safeguarding_lead(school)} in person or by phone now. Don't wait for a reply here.")
    ]
    if social_care := outside_line(school, "CSC"):
        lines.append(Say(f"If you can't reach anyone in school, call {social_care}."))
    return tuple(lines)


def threat_parts(_: School) -> tuple[Say, ...]:
    return (
        Say("If you think the threat could be carried out, call 999 now. Keep the message, and don't reply to it."),
    )


def safeguarding_lead(school: School) -> str:
    leads = [person for person in school.holders(Post.DSL, Post.DEPUTY_DSL) if person.active]
    named = " or ".join(person.name for person in sorted(leads, key=_lead_first))
    return f"{named} (safeguarding)" if named else "the designated safeguarding lead"


def _lead_first(person: Person) -> bool:
    return Post.DSL not in person.posts


def outside_line(school: School, body: str) -> str:
    """ "Children's Social Care on 01632 960111", or nothing where the school has not filled it in."""
    known = school.outside_body(body)
    return "" if known is None else f"{known.name} on {known.phone}" if known.phone else known.name


def someone_to_call(school: School) -> tuple[Say, ...]:
    """People and numbers for anyone who would rather not type."""
    lines = [f"{outside.name}: {outside.phone}" for outside in school.outside if outside.phone]
    return (Say("You can talk to a person instead."), *map(Say, lines), Say(POLICE))
