"""Small talk, and questions about the bot itself or about a report that it took: whole messages, not parts of one."""

from __future__ import annotations

from collections.abc import Sequence

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
