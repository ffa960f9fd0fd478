"""The one rule that stands above any clause: a sexual picture of a child is never kept, not even as evidence."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.policy import Clause
from knowledge.sought import Sought
from knowledge.words import fold

RULE = (
    "If a picture is, or could be, a sexual picture of someone under 18: do not save, copy, screenshot, print, forward "
    "or delete it, not even as evidence. Making or keeping a copy is a crime, whatever the reason. Tell the "
    "safeguarding lead now. This is the law and not a clause of your policy."
)
"""Protection of Children Act 1978, section 1; UKCIS, Sharing nudes and semi-nudes (2024)."""

_KEEPS = Sought(
    r"\b(?:sav(?:e|ed|ing)|keep(?:ing)?|kept|preserv\w+|retain\w*|collect\w*|secur(?:e|ed|ing)|captur\w+|tak(?:e|ing)"
    r"|record\w*|gather\w*|print\w*|stor(?:e|ed|ing))\b.{0,60}"
    r"\b(?:evidence|screen ?(?:shots?|prints?|grabs?)|messages?|posts?|images?|pictures?|photos?|cop(?:y|ies)"
    r"|e-?mails?)\b"
    r"|\bscreen ?-?(?:shot|grab|print)\w*\b|\bevidence\b.{0,60}\b(?:kept|saved|preserved|stored|retained)\b",
    "evidence,screen,message,post,image,picture,photo,cop,mail",
)
_ABUSE = Sought(r"bull(?:y|ied|ies)|harass|abus|threat|troll|victim|evidence|offensive|malicious")
_IMAGES = Sought(
    r"\bindecent\b|\bnudes?\b|\bnaked\b|\btopless\b|\bsexting\b|\bsexual\w*\b.{0,30}\b(?:image|picture|pic|photo|video)"
    r"|\bintimate\b.{0,20}\b(?:image|picture|photo|video)|\bexplicit\b.{0,20}\b(?:image|picture|pic|photo|video)",
    "indecent,nude,naked,topless,sext,sexual,intimate,explicit",
)


_PICTURES = Sought(
    r"\b(?:pic|picture|photo|photograph|image|video|film|selfie|snap|screen ?-?(?:shot|grab|print)|evidence|sen[dt]"
    r"|message|phone|camera)",
    "pic,photo,image,video,film,selfie,snap,screen,evidence,sen,message,phone,camera",
)


def rule(question: str, shown: Iterable[Clause]) -> str:
    """The rule, or nothing where neither the question nor a clause comes near it.

    `shown`: the leading clause first. One that stands further down and only mentions such pictures calls for the rule
    where a picture is asked about: else whoever asks for a name would be met with it.
    """
    asked = fold(question)
    if _IMAGES.search(asked):
        return RULE
    said = [fold(" ".join([*c.headings[-1:], *c.lead_ins, c.text])) for c in shown]
    near = said if _PICTURES.search(asked) else said[:1]
    called_for = any(map(_IMAGES.search, near)) or any(_keeps_evidence(asked, words) for words in said)
    return RULE if called_for else ""


def _keeps_evidence(asked: str, said: str) -> bool:
    return bool(_KEEPS.search(said) and _ABUSE.search(f"{asked} {said}"))
