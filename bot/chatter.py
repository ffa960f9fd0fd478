"""Small talk, and questions about the bot itself or about a report that it took: whole messages, not parts of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

_THANKS = re.compile(r"\b(?:thanks?|thanx|thx|ty(?:vm)?|ta|cheers|diolch|obliged|appreciated?)\b")
_KIND = (
    r"(?:heya?|hiya|howdy|yo|gm|gn|morning all|ey up|ay up|eyup|alreet|alright|ow do|wotcha|bore da|prynhawn da"
    r"|nos da|diolch(?: yn fawr)?|hola"
    r"|bonjour|tys?m|ty|tyvm|thx|thanx|ta|cheers|brill|brilliant|lush|mint|grand|champion|smashing|ace|sound"
    r"|lovely jubbly|phew|yay|whoop|hooray"
    r"|all (?:sorted|good|done|fine|ok)|sorted|nothing else|no more|that'?s (?:all|it|everything|fine|grand|better"
    r"|me done)|that was (?:quick|fast"
    r"|easy|helpful|useful|great)|(?:you're|your|ur|you are|you were|that's) (?:quick|fast|clever|funny|rubbish"
    r"|useless|great|good|brill|mint|ace"
    r"|the best|no use|thick|wrong)|well done|good (?:work|job|stuff|effort|bot)|clever (?:bot|you)|bad bot"
    r"|test(?:ing)?(?: (?:\d|one|two))*"
    r"|just testing|this is a test|nvm|never ?mind|ignore me|only me|me again|back again|just me|i'?m back|oops"
    r"|whoops|wrong (?:person|chat|window)"
    r"|dears?|me|lol|haha+|hehe+|xx*|mate|pal|hun|love|duck|chuck|petal|all|everyone|team|again|thanks|thank you"
    r"|very much|so much|bot|candour)"
)
SMALL: Sequence[str] = (
    rf"^\W*{_KIND}(?:[ ,.!?&-]+{_KIND})*\W*$",
    r"^[^\w\x00-\x7f…][^\w]{0,39}$",  # nothing but pictures
    r"^\W*(?:have|enjoy|hope)\b.{0,12}\b(?:a |an |the |your |you have |you had )?(?:\w+ )?(?:evening|weekend"
    r"|half term|holidays?|break|day|night"
    r"|summer|christmas|easter|afternoon|rest|one)\W*$|^\W*(?:see|speak to|catch|talk to) (?:you|ya"
    r"|u)(?: all)?(?: \w+){0,2}\W*$",
    r"^\W*(?:how(?:'s| is| are| was| were)|hows) (?:you|u|things|it|life|your (?:day|weekend|week|morning|evening"
    r"|half term|holiday))\b.{0,20}$"
    r"|^\W*what'?s up\W*$|^\W*(?:u|you|y'?all) (?:ok|alright|good|well)\W*$",
    r"^\W*(?:do|are|can|will|have|did) you (?:like|love|sleep|dream|eat|get bored|get tired|have (?:a|any|feelings)"
    r"|having|tired|bored|happy|sad"
    r"|married|sing|dance|sleep)\b(?!.*\b(?:polic|rule|report|ai)\b).{0,40}$|^\W*what(?:'s| is) your (?:favourite"
    r"|name|star sign|real name)\b.{0,20}$",
    r"^\W*i(?:'m| am|m)? (?:so |really |well |absolutely )?(?:knackered|shattered|tired|bored|hungry|starving"
    r"|cream crackered|pooped|love you"
    r"|hate mondays|like you)\W*$|^\W*(?:i )?(?:need|want|could do with|fancy|gasping for) (?:a |some |my )?(?:coffee"
    r"|tea|brew|cuppa|wine|gin|beer"
    r"|drink|holiday|nap|biscuit|chocolate|hug|bed)\W*$",
    r"^\W*happy (?:\w+ ){0,2}(?:birthday|new year|christmas|easter|diwali|eid|friday|monday|tuesday|wednesday"
    r"|thursday|holidays)(?: \w+)?\W*$",
)
# Each part of a message by itself, between commas and stops.
PARTS: Sequence[str] = (
    r"^\W*(?:(?:it'?s|its|it is|what|such|oh|ooh|a|bit|so|bloody|look at|hate|love|this|the|that|absolutely|well"
    r"|proper|isn'?t"
    r"|it|blimey|lovely|still|very|really|too) )*(?:weather|rain(?:ing|y)?|snow(?:ing|y)?|sun(?:ny|shine)?|boiling"
    r"|freezing|baking|roasting"
    r"|chilly|cold|warm|fog(?:gy)?|wind(?:y)?|icy|heat ?wave|nippy|muggy|scorching|brass monkeys"
    r"|(?:chuck|tipp|pour|bucket|piss|pelt|lash|hammer)ing(?: it)?(?: down)?|drizzl\w+)"
    r"\b(?: (?:in|out|outside|today|again|there|here|this|my|the|is|isn'?t|it|morning|class\w*|room|for|day|week|we"
    r"|are|having|forecast"
    r"|staff ?room|office|horrible|awful|lovely|grim|too|like|me|killing))*\W*$",
    r"^\W*(?:is it|isn'?t it|it'?s|nearly|almost|roll on|(?:i )?can'?t wait|cannot wait|thank (?:god|goodness)"
    r"|bring on|only \w+ days|looking forward"
    r"|so ready|happy|merry|hooray|yay|finally|another|ugh|love|survived|made it|ooh|oh"
    r"|counting down)\b.{0,30}\b(?:(?:mon|tues|wednes|thurs|fri)days?"
    r"|weekend|half term|holidays?|hols|lunch(?:time)?|break ?time|home ?time|christmas|easter|summer)\b.{0,15}$",
    r"^\W*(?:i'?m|im|i am|feeling|i feel|so|bit|a bit|been|am|absolutely|proper|just|it'?s been|what|well|right"
    r"|having) (?:\w+ ){0,3}(?:tired|knackered"
    r"|shattered|hungry|starving|thirsty|bored|sleepy|meh|grumpy|cheerful|hungover|excited|peckish|frazzled|zonked"
    r"|wiped out|cream crackered"
    r"|off (?:home|now|then|to bed|to lunch)|done for (?:today|the day)|long (?:day|week|term|morning)|(?:good|nice"
    r"|bad|rubbish|funny|mad|manic|hectic|slow"
    r"|busy) (?:day|week|morning|one))\b(?! of| with)(?: \w+){0,3}\W*$",
    r"^\W*(?:\w+ )?(?:you(?:'?re|r| are| were|'?ve been| have been| sound| seem| look)|ur|u r|that(?:'s| is| was)"
    r"|this is) (?:\w+ ){0,4}(?:clever|bright"
    r"|smart|star|legend|painless|easy|quick|fast|kind|lovely|sweet|nice|good|great|brilliant|best|funny|help(?:ful)?"
    r"|treasure|gem|diamond|marvel\w*|polite|patient"
    r"|slow|thick|daft|silly|useless|rubbish|wonderful|gold)(?: (?:for|of|at|today|you|a|an|robot|bot|computer"
    r"|machine|to|me|there|this|that|mate))*\W*$",
    r"^\W*you (?:made|make|cheered|crack|rock|saved|beat|win|have made)\b.{0,25}$|^\W*(?:have|did|are|do|were|will"
    r"|can) (?:you|u) (?:had|have|having|watch\w*|see"
    r"|like|enjoy\w*|support|follow|tell|know any|get|believe) (?:your |a |an |the |any |to |me |in |much "
    r"|up to )*(?:tea|lunch|dinner|breakfast|weekend|holidays?|match|football"
    r"|game|rugby|cricket|film|music|fun|sleep|break|christmas|jokes?|aliens|ghosts|father christmas|coffee"
    r"|biscuits?)\b.{0,20}$",
    r"^\W*(?:oh |well |right |ok(?:ay)? |aw+ |many |so )*(?:much obliged|thanks a (?:bunch|lot|mil\w*)|thanks .{0,30}"
    r"|thank you .{0,30}|(?:really |much )?appreciate .{0,25}|i owe you .{0,10}"
    r"|bless (?:you|u|him|her)|good of you|speak (?:soon|later)|talk (?:soon|later)|laters?|cheerio|ta-?ra|toodle\w*"
    r"|take care|signing off|(?:got ?ta|must|better|got to)"
    r" (?:go|dash|run|be off)|catch you .{0,12}|that'?s (?:all|me|it) .{0,15}|fingers crossed|touch wood|(?:good"
    r"|best of) luck\b.{0,25}|congrat\w*\b.{0,20}|fair (?:enough|play|do'?s)"
    r"|no way|seriously|blimey|crikey|gosh|ooh(?: \w+){0,2}|aw+|hm+|me too|same here|i see|makes? (?:\w+ )?sense"
    r"|gotcha|got you|whatever|as you were|oh (?:well|dear|no)|not bad"
    r"|can'?t complain|(?:nice|good|pleased|lovely|great) to (?:meet|see|hear|chat|talk|know)\b.{0,20}"
    r"|long time no see|welcome back|how'?s tricks|what'?s new"
    r"|isn'?t it|innit|mustn'?t grumble|happy (?:\w+ ){1,3}when it comes|back to (?:work|it|the grind|marking)"
    r"|(?:tell|sing|give) (?:me|us) (?:a|another) \w+)\W*$",
    r"^\W*(?:who(?:'s going to| will|'ll|'s gonna) win\b|come on (?:england|wales|scotland"
    r"|ireland)\b).{0,25}$"
    r"|^\W*(?:i )?(?:could|need|want|fancy|gasping|desperate|time|dying|ready|put the"
    r"|any chance of)\b.{0,15}\b(?:cup of \w+|cuppa|brew|pint|coffee|gin|wine|biscuits?|cake|chocolate"
    r"|tea|bed|nap|holiday|kettle|lie in)\b.{0,12}$",
)
# What belongs to work, and makes a remark more than one.
SERIOUS = (
    r"\b(?:polic\w*|rules?|allowed|permission|report\w*|complain(?:t|ts|ing)|sign(?!ing off)\w*|bull(?:y|ied|ies)\w*"
    r"|harass\w*|abus\w*|hurt\w*|touch(?! wood)\w*|hit|die|dead"
    r"|kill (?:me|my|him|her)|threat\w*|scared|alone|colleague|boss|manager|parents?|pupils?|child(?:ren)?|student)\b"
)
_REPORT = r"(?:my|the|a|this) (?:\w+ )?(?:report|concern|case)"
_HERE = (
    r"(?:this|it|here|what i (?:type|say|write|put|ask|send|tell you|said|typed|wrote)|my (?:messages?|questions?"
    r"|chats?|words))"
)
ABOUT_BOT: Sequence[str] = (
    rf"\b(?:can|does|do|will|could) (?!i\b|we\b)(?:\w+ ){{1,4}}(?:see|read|know|find out|get told|look at"
    rf"|check) (?:about )?{_HERE}\W*$"
    r"|\bknow (?:that )?i(?:'ve| have)? (?:asked|used|typed|been on) (?:this|here|you)\b",
    rf"\b(?:stop|finish|leave|pause|come back to|go back to|save|cancel|change|edit|delete|withdraw|undo|resume"
    rf"|update|add to) (?:\w+ ){{0,4}}{_REPORT}"
    r"(?: (?:later|now|tomorrow|half ?way))?\W*$|\bhalf ?way through (?:a|the|my) report\b",
    r"\b(?:my|the) (?:report |case )?code\b(?!.{0,20}\b(?:door|gate|alarm|dress|conduct|photocopier|entry))"
    r"|\bwhere do i (?:put|type|enter) (?:my|the) code\b",
    rf"\b(?:any (?:update|news)|update|status|progress|news|heard|read|seen|opened"
    rf"|looked at)\b.{{0,20}}\b{_REPORT}\W*$|^\W*(?:status|progress|updates?)\W*$"
    rf"|\bwhat happens (?:after|when|once|if) i (?:send|submit|press|make) (?:{_REPORT}|it|send|this)\W*$",
    r"^\W*(?:i(?:'m| am)? )?(?:lost|confused|don'?t (?:understand|get (?:it|this))|dont (?:understand|get it)"
    r"|totally lost)\W*$"
    r"|^\W*this is (?:\w+ )?confusing\W*$|^\W*(?:guide|show|walk|talk) me(?: through(?: it| this)?)?\W*$"
    r"|^\W*(?:not sure|no idea|unsure|dunno) "
    r"(?:where|how) to (?:start|begin)\W*$",
    r"\bfirst time (?:using|on|with) (?:this|here|you|the bot|candour)\b"
    r"|\bhow do i (?:get )?(?:back )?to the (?:start|beginning|menu)\b"
    r"|\bchange what i (?:sent|said|wrote|typed)\b|\b(?:typed|sent|pressed|clicked|wrote) (?:\w+ ){0,3}by (?:mistake"
    r"|accident)\b.{0,8}\bcan i (?:delete|undo|change)",
    r"\b(?:can|should|do) (?:i|we|you) (?:be )?trust(?:ed)?(?: (?:you|this))?\W*$|^\W*(?:do|are) you (?:use |an? "
    r"|really )?(?:ai|chat ?gpt|a computer|human)\W*$"
    r"|\bdo you (?:keep|save|store|hold|have) (?:a |any |my )?(?:record|log|messages|history|copy|data)\b.{0,30}$",
    r"\b(?:is there )?(?:someone|somebody|a person|anyone) (?:i can|to|who i can) (?:ring|call|phone|talk to|speak to"
    r"|chat to)(?: instead)?\W*$"
    r"|\bdoes (?:this|it) work on (?:my|a) (?:phone|mobile|ipad|tablet)\b|\bhow do i (?:sign|make"
    r"|do) a? ?declaration (?:here|with you|on here)\b",
)


def thanks(text: str) -> bool:
    """Whether small talk is of thanks."""
    return bool(_THANKS.search(text.casefold()))
