"""The words by which policies say whom to tell, about what, and about whom: tables for finding duties."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.sought import Sought

_HEAD = r"(?:executive |acting )?head[ -]?(?:teacher|master|mistress)|executive head|head of school|principal"

# The post that a phrase names; the first that fits at a place counts, so longer phrases stand first.
RECIPIENTS: Mapping[str, str] = {
    "deputy_dsl": r"deputy (?:dsl|designated safeguarding leads?|safeguarding leads?)|ddsls?",
    "deputy": rf"deputy (?:{_HEAD}|head)",
    "vice_chair": r"vice[ -]chair(?:man|woman|person)?"
    r"(?: of (?:the )?(?:governors|governing (?:body|board)|trustees))?",
    "slt": r"senior (?:leadership|management)(?: team)?|senior (?:leaders?|managers?)|leadership team|(?-i:SLT|SMT)"
    r"|assistant head(?:[ -]?teachers?)?",
    "dsl": r"designated safeguarding (?:leads?|officers?|person|team)|safeguarding (?:leads?|team)|(?-i:DSLs?)"
    r"|child protection (?:officer|lead|co-?ordinator)"
    r"|designated (?:senior )?(?:person|lead|teacher|officer) for (?:child protection|safeguarding)",
    "computing": r"computing (?:team|lead(?:er)?|co-?ordinator|subject leader)"
    r"|(?-i:ICT|IT) (?:team|technicians?|support|manager|lead(?:er)?|co-?ordinator)|network manager",
    "business_manager": r"(?:school )?business manager|bursar",
    "chair": r"chair(?:man|woman|person)? of (?:the )?(?:school'?s? )?(?:local )?"
    r"(?:governors|governing (?:body|board)|trustees)|(?<=the )chair\b(?! of (?!a |an |any ))",
    "governor": r"(?:nominated |link |safeguarding )governor",
    "headteacher": rf"{_HEAD}|(?<=the )head\b(?! of (?!a |an |any ))",
}

RECIPIENT = "|".join(rf"(?P<{post}>\b(?:{words})\b)" for post, words in RECIPIENTS.items())
ANY_RECIPIENT = "|".join(rf"\b(?:{words})\b" for words in RECIPIENTS.values())

_BEFORE = r"(?:(?:the|our|your|their|either|both|a|any|school'?s?|member of|(?:mr|mrs|ms|miss|dr) \w+,? ?) ?)*\(?\s*"
_AFTER = r"\)?(?: ?\([^)]*\))?"
_ABSENCE = r"in (?:his or her|his/her|their|her|his|the headteacher's) absence"
_JOIN = rf"(?:,|/| and/or| or| and|, or|, and)(?:,? {_ABSENCE},?)?(?: (?:to|with))? ?"
_CHAIN = rf"{_BEFORE}(?:{ANY_RECIPIENT}){_AFTER}(?:{_JOIN}{_BEFORE}(?:{ANY_RECIPIENT}){_AFTER})*"

_PLAIN = r"inform|notify|tell|alert|contact|advise|ring|phone|telephone|call|e-?mail|see"
_WITH_TO = (
    r"report(?:ed|ing)?|rais(?:e|ed|ing)|speak(?:ing)?|talk(?:ing)?|refer(?:red|ring)?|pass(?:ed|ing)?"
    r"|escalat(?:e|ed)|discuss(?:ed)?|disclos(?:e|ed)|complain|shar(?:e|ed)|direct(?:ed)?|go|tak(?:e|en)"
    r"|br(?:ing|ought)|mak(?:e|ing) (?:a )?(?:report|complaint)|made"
)

# Each captures the chain of recipients as `who`.
TELLING: Sequence[Sought] = tuple(
    Sought(pattern, tells, flags=re.IGNORECASE)
    for pattern, tells in (
        # tell the headteacher
        (
            rf"\b(?:{_PLAIN})(?:ing)? (?:immediately |promptly |first )?(?P<who>{_CHAIN})",
            "inform ,notify ,tell ,alert ,contact ,advise ,ring ,phone ,call ,mail ,see ,ing ",
        ),
        # report what has happened to the headteacher; but not "relating to the headteacher"
        (
            rf"\b(?:{_WITH_TO})\b(?:(?!\b(?:{_WITH_TO})\b)[^.;:]){{0,120}}?"
            rf"(?<!relates )(?<!relating )(?<!related )\b(?:to|with)(?: the attention of)? (?P<who>{_CHAIN})",
            "report,rais,speak,talk,refer,pass,escalat,discuss,disclos,complain,shar,direct,go,tak,bring,brought,mak,made",
        ),
        # let the headteacher know
        (rf"\b(?:let|make|keep) (?P<who>{_CHAIN}) (?:know|aware|informed)", "know,aware,informed"),
        # the headteacher must be told at once
        (
            rf"(?P<who>{_CHAIN})(?: (?:must|should|will|shall|needs? to|is to|are to|ought to))+"
            r"(?: also| always| immediately)* be (?:immediately |promptly )?"
            r"(?:informed|notified|told|alerted|contacted|made aware|advised)",
            "informed,notified,told,alerted,contacted,made aware,advised",
        ),
    )
)

# Who deals with it is who is to be told of it.
HANDLING = Sought(
    rf"(?P<who>{_CHAIN})[^.;:]{{0,40}}?\b(?:(?:is|are|has|have) (?:a |the |overall )?responsib\w+"
    r"|deals? with|dealing with|investigates?|take [^.;:]{0,30}steps|(?:been|is|are) (?:made aware|told))",
    "responsib,deal with,deals with,dealing with,investigate,steps,made aware,told",
    flags=re.IGNORECASE,
)

# "The headteacher will tell the chair": what the headteacher must do, not where staff take a report.
OFFICIAL_ACTS = Sought(
    rf"(?:{ANY_RECIPIENT})\)?(?: (?:who|will|shall|should|must|may|can|then|also|always|immediately|in turn|and|is"
    r"|responsible|for|to|needs?|has|consider))*\s*$",
    flags=re.IGNORECASE,
)
NOT = Sought(
    r"\b(?:not|never|n't|nobody|no one|no-one)\b(?! (?:only|hesitate|delay|wait|be afraid))(?: \w+){0,2}\s*$",
    flags=re.IGNORECASE,
)
NOT_STAFF = Sought(
    r"^(?:all |the |our |any )?(?:pupils?|students?|children|parents?|carers?|learners?)\b", flags=re.IGNORECASE
)
PERMISSION = Sought(
    r"\b(?:permission|permitted|approv\w+|consent|authoris\w+"
    r"|wish(?:es|ing)? to (?!report|raise|complain|make a|discuss|speak|talk))",
    flags=re.IGNORECASE,
)
ABOUT_HEAD = Sought(
    rf"\b(?:against|about|by|concern(?:s|ing)?|involv(?:es|ing)|regarding|relat(?:es|ing) to|implicat(?:es|ing))"
    rf",? (?:the |our |your |their )?(?:{_HEAD}|head\b(?! of (?!a |an |any )))"
    rf"|\b(?:{_HEAD}|the head) (?:is|are|was|were|may be) (?:the |a |also )*"
    r"(?:subject|involved|implicated|source|cause|person)",
    flags=re.IGNORECASE,
)

# Kinds of report and the words that speak of them. All patterns of a row must be found in the sentence.
TOPICS: Sequence[tuple[str, tuple[str, ...]]] = (
    (
        "cyberbullying",
        (r"bull(?:y|ied|ies)|trolling|\b(?:abusive|offensive)\b.{0,40}(?:e-?mail|message|comment|call|post)",),
    ),
    ("harassment", (r"harass|discriminat|victimis|\babusive\b",)),
    (
        "policy_breach",
        (
            r"(?:\bnot|fail\w*(?: to)?|n't) (?:be )?(?:adher|compl[yi]|follow|observ)|non-?compliance|contraven"
            r"|\b(?:breach\w*|break(?:s|ing)?|broken|misuse)\b.{0,30}\b(?:policy|code|rules?|guidelines|agreement)"
            r"|\b(?:policy|code|rules?) (?:is|are|has been|have been|being|was) (?:broken|breached|ignored)",
        ),
    ),
    (
        "pupil_contact_colleague",
        (
            r"\b(?:adult|staff|colleague|employee|volunteer)s?\b",
            r"\b(?:behav\w+|conduct|relationship|contact\w*|communicat\w+|messag\w+)\b.{0,30}\b(?:with|towards?)\b"
            r".{0,15}\b(?:pupil|student|child|young p)",
        ),
    ),
    (
        "pupil_contact_self",
        (
            r"\b(?:pupil|student|child|young p)",
            r"\brequest|\bapproach|\binvit|\bcontacted by|\bbefriend|\bfollow(?:s|ed) (?:you|them)",
        ),
    ),
    (
        "prohibited_site_self",
        (
            r"\b(?:web)?(?:site|page)s?\b",
            r"accident|unintention|inadvertent|by mistake|prohibited|inappropriate|unsuitable",
        ),
    ),
    (
        "harmful_content",
        (
            r"\b(?:content|material|posts?|posted|comments?|messages?|images?)\b",
            r"conflict|offensive|harmful|illegal|extrem|discriminatory|hateful|upsetting|inappropriate|distressing",
        ),
    ),
    ("threat", (r"\bthreat",)),
    (
        "child_safeguarding",
        (
            r"safeguarding|child protection|\b(?:concern|worr)\w* (?:about|for|regarding) (?:a|any|the) .{0,20}"
            r"(?:child|pupil|student)"
            r"|(?:child|pupil|student)\w* (?:is |are |may be )?(?:at risk|being harmed|in danger)",
        ),
    ),
    ("indecent_image", (r"indecent|\bnudes?\b|sexting|intimate image|sexual(?:ly explicit)? (?:image|photo|picture)",)),
)
# A kind that the first of these words speaks of leaves no room for the second.
NARROWER: Mapping[str, str] = {
    "pupil_contact_colleague": "pupil_contact_self",
    "prohibited_site_self": "harmful_content",
    "indecent_image": "harmful_content",
}
ANYTHING = Sought(
    r"\b(?:any|all|such|a|their|your) (?:concern|complaint|incident|suspicion|issue)s?\b"
    r"(?! (?:about|regarding|over|relating))",
    flags=re.IGNORECASE,
)
DOCUMENTS = Sought(
    r"\b(?:safeguarding|child protection|anti-bullying|behaviour)(?: and \w+| \w+)? (?:policy|policies|procedures?)",
    flags=re.IGNORECASE,
)

_WHO: Mapping[str, str] = {
    "slt": r"members? of the (?:senior (?:leadership|management) team|slt)",
    "colleague": r"members? of (?:school )?staff|staff(?: members?)?|colleagues?|employees?",
    "pupil": r"pupils?|students?|children|child|learners?",
    "parent": r"parents?|carers?",
    "public": r"members? of the (?:public|community)",
    "contractor": r"contractors?|volunteers?|supply (?:staff|teachers?)|visitors?",
    "governor": r"governors?\b(?! of)",
}
WHO = Sought("|".join(rf"(?P<{role}>\b(?:{words})\b)" for role, words in _WHO.items()), flags=re.IGNORECASE)
_ANYONE = "|".join(rf"\b(?:{words})\b" for words in _WHO.values())
_ONE = rf"(?:(?:a|an|any|another|other|the|one|school) )*(?:{_ANYONE})"
ACCUSED = Sought(
    rf"\b(?:by|against|about|from|involving|concerning|regarding|that) {_ONE}"
    rf"(?:(?:,|/| or| and|, or) ?(?:by )?{_ONE})*",
    flags=re.IGNORECASE,
)
