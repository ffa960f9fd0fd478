"""The forms of a declaration: whoever reads, accepts, signs or promises, and the paper that it is about."""

from __future__ import annotations

from collections.abc import Sequence

_PAPER = (
    r"(?:polic(?:y|ies)|code|hand ?book|aup|terms|conditions|rules|declarations?|agreements?|documents?|docs?"
    r"|paperwork|kcsie|guidance"
    r"|acceptable use|e-?safety|safeguarding|update|version|receipt|acknowledge?ment|copy|booklet|pack|statement"
    r"|contract)"
)
_VAGUE = r"(?:it|this|that|them|something|everything|all|the (?:thing|lot|one|new one)|one|these)"
_SIGN = (
    r"(?:(?:re-?)?sign(?: for| off)?|acknowledge|accept|agree(?: to| with)?|confirm|consent to|(?:formally"
    r"|hereby) \w+)"
)
_KEEP = r"(?:abide|comply|adhere|stick to|follow|keep to|be bound|undertake|observe)"
_READY = (
    r"(?:need|needs|want|wants|wanna|like|love|ready|here|fine|happy|content|willing|wish|time|got|have|ought|asked"
    r"|told|meant|due|supposed"
    r"|asking me|reminded|prompted|going|trying|come|prepared|glad|able|wanting|keen|said|says i(?:'ve)?)"
)
_READ = (
    r"(?:read|red|understood|studied|received|got|digested|gone (?:through|over)|looked (?:at|through|over)"
    r"|been (?:through|over)"
    r"|had a (?:\w+ )?(?:read|look)|finished|completed|worked through)"
)
_BUT = (
    r"(?!.*\b(?:but|can'?t find|couldn'?t|doesn'?t|does|says|said|whether|where|what|which|who|why|unclear|confus\w*"
    r"|wrong|not sure"
    r"|complain\w*|report|broke\w*|breach\w*|question)\b)"
)
FORMS: Sequence[str] = (
    # wants, is ready, or was asked to sign
    rf"\b{_READY} (?:(?:me|us) )?to (?:\w+ly |just |now |still |also )?{_SIGN} (?:\w+ ){{0,4}}{_PAPER}\b(?!.*\?)",
    rf"\b{_READY} (?:(?:me|us) )?to (?:\w+ly |just |now |still )?(?:re-?)?(?:sign|acknowledge|agree)(?: for"
    rf"| off)?(?: (?:{_VAGUE}|after|before"
    rf"|by|again|now|please|today|the update|on here))*(?: \w+){{0,3}}\W*$",
    rf"\b(?:i(?:'ll| will| shall| do| promise to| undertake to| agree to| pledge to| hereby| formally| can"
    rf"|'m going to)?|and|to) (?:\w+ly )?(?:{_KEEP}|{_SIGN})"
    rf" (?:\w+ ){{0,6}}{_PAPER}\b{_BUT}(?!.*\?)|\bi (?:undertake|promise|pledge|agree) to (?:comply|abide|follow"
    rf"|stick|keep)\b"
    rf"|\bi(?:'m| am) (?:\w+ )?(?:content|happy|willing|prepared) to (?:be bound|abide|comply)\b|\bi(?:'m| am"
    rf"|'ll be)? ?bound by (?:it|the)\b",
    rf"\blet(?: me|'?s) (?:\w+ )?(?:re-?sign|sign|accept|agree|acknowledge|confirm)(?: (?:{_VAGUE}|{_PAPER}|the|now"
    rf"|please|then|on))*\W*$",
    # in the act of it
    rf"^(?:just |now |hereby |please |formally )*(?:(?:re-?)?sign|accept|acknowledg|agree|confirm)ing (?:for |to "
    rf"|with |off |receipt|that )*(?:\w+ ){{0,4}}"
    rf"(?:{_PAPER}|{_VAGUE})\b.{{0,20}}$|^(?:to confirm|confirmation"
    rf"|for the record)\b.{{0,12}}\bi\b.{{0,12}}\b(?:read|understood|accept\w*|agree\w*)\b",
    r"^\W*(?:please |my |just |yes )*(?:acknowledge(?:d|ment)?|accept(?:ed|ance)?|agreed|sign(?:ed|ature)?|re-?sign"
    r"|declaration)(?: time| please| pls| now)*\W*$",
    # has done the reading
    rf"\bi(?:'ve| have|ve)?(?: now| all| just| also| finally| both| fully)* {_READ}(?: (?:and|&"
    rf"|,) {_READ})?\b.{{0,40}}\b{_PAPER}\b{_BUT}(?!.{{0,60}}\?)",
    rf"^\W*(?:the )?{_PAPER}\b.{{0,12}}\b(?:been |is |was )(?:\w+ )?(?:read|signed|accepted|agreed|understood)\b{_BUT}",
    r"^\W*(?:all |it'?s |that'?s )?(?:done|read|finished)(?: it| all| the reading"
    r"| reading)?\b.{0,40}\b(?:agreed?(?: with)?|accept(?:ed)?|sign(?:ed)?|happy)\b.{0,20}$",
    # asks that it be written down
    r"\b(?:log|record|note|mark|put|tick|register|take|count|accept|consider|treat) (?:\w+ ){0,2}(?:that i|me|my|this"
    r"|i)\b.{0,40}\b(?:read|accept\w*|agree\w*"
    r"|sign(?:ed|ature)|receiv\w*|acknowledg\w*|understood)\b",
    r"\b(?:haven'?t|hasn'?t|havent|hasnt|not|never) (?:yet |actually )?(?:signed|acknowledged|accepted (?:it|the)"
    r"|declared)\b(?!.*\?)",
)
