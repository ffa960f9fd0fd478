"""Tells what no policy answers, whatever words it shares with one: a joke, today's lunch, another role to play."""

from __future__ import annotations

from knowledge.sought import Sought

_ELSEWHERE = Sought(
    r"^\W*(?:please |can you |could you |hey |ok |now )*(?:pretend|imagine you|act as|role-?play|from now on|sing me"
    r"|draw me"
    r"|ignore (?:all|your|the|any|previous)|forget (?:all|your|the|everything)|repeat after|translate this"
    r"|recommend (?:a|me|some)"
    r"|(?:write|give|tell|read|show|find|make|get|order|book|sing|compose|generate|suggest) (?:me |us )?(?:a|an|some"
    r"|the|another)"
    r" (?:\w+ ){0,2}(?:joke|story|poem|song|recipe|film|lesson plan|quiz|essay|pizza|taxi|limerick|riddle)\b)"
    r"|\bwhat(?:'?s| is) (?:for|on) (?:lunch|dinner|tea|the (?:lunch )?menu|telly|tv)\b|\bcapital of \w+\W*$"
    r"|\bhoroscope\b"
    r"|\bweather (?:forecast|like|today|tomorrow)\b|\bwhat(?:'?s| is) the weather\b|\brecipe for\b|\bwho won the\b"
    r"|\btranslate \w+.{0,40}\b(?:in)?to \w+|(?:^|what(?:'?s| is)|calculate)\W*\d+ ?"
    r"(?:times|plus|minus|divided by|[x*+/]) ?\d+\W*$|<\w+[^>]*>"
    r"|\b(?:riddles?|puns?|fun facts?|icebreakers?)\b.{0,20}\b(?:for|about)\b"
    r"|\b(?:any|some) (?:\w+ )?jokes? (?:for|to tell)\b|\b(?:good|funny|funniest|best|know a|got a|hear a) jokes?\b"
    r"|\bgoing to (?:rain|snow|be sunny)\b"
    r"|\bfootball (?:score|result)|\b(?:bus|train) times?\b|\bmeaning of life\b",
    "pretend,imagine you,act as,role,from now on,sing me,draw me,ignore ,forget ,repeat after,translate,recommend "
    ",joke,story,poem,song,recipe,film,lesson plan,quiz,essay,pizza,taxi,limerick,riddle,lunch,dinner,tea,menu,tv,telly"
    ",capital of,horoscope,weather,who won,times,plus,minus,divided,x,*,+,/,<,pun,fact,icebreaker,rain,snow,sunny"
    ",football ,bus ,train ,meaning of",
)


def is_asked(question: str) -> bool:
    """`question`: folded."""
    return bool(_ELSEWHERE.search(question))
