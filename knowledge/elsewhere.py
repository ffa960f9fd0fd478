"""Tells what no policy answers, however many words it shares with one: a joke, today's lunch, another role for the bot."""

from __future__ import annotations

import re

_ELSEWHERE = re.compile(
    r"^\W*(?:please |can you |could you |hey |ok |now )*(?:pretend|imagine|act as|role-?play|from now on|ignore (?:all|your|the|any|previous)"
    r"|forget (?:all|your|the|everything)|translate|sing|draw|play|recommend|suggest|compose|generate|repeat after"
    r"|(?:write|give|tell|read|show|find|make|get|order|book) (?:me |us )?(?:a|an|some|the|another) (?:\w+ ){0,2}"
    r"(?:joke|story|poem|song|recipe|film|book|lesson plan|quiz|letter|essay|speech|report card|pizza|taxi|table|limerick|riddle|assembly)\b)"
    r"|\b(?:what'?s|what is) (?:for|on) (?:lunch|dinner|tea|the (?:lunch )?menu|telly|tv)\b|\bweather\b|\bcapital of\b|\bhoroscope\b"
    r"|\brecipe\b|\bwho won\b|\bfootball (?:score|result)|\bworld cup\b|\bbus times?\b|\btrain times?\b|\bmeaning of life\b"
)


def is_asked(question: str) -> bool:
    """`question`: folded."""
    return bool(_ELSEWHERE.search(question))
