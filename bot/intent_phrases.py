"""The plain phrases by which wishes are told: no sentence of anybody's, only what many people would write."""

from __future__ import annotations

from collections.abc import Sequence

EXPLICIT_REPORT: Sequence[str] = (
    r"^(?:report|complain|complaint|grievance|whistleblow\w*)\W*$",
    r"\bi(?:'d| would| want| need| wanna| have| just| really|'ve got| got| am| was|'m)*(?: to)?\W+(?:like to "
    r"|need to |want to |have to"
    r" |going to |wanna |got to |hoping to )?(?:report|complain|make a (?:\w+ )?(?:complaint|report|disclosure)"
    r"|raise|disclose|whistle ?blow"
    r"|blow the whistle|confess|own up|grass|flag|lodge|file|come clean|talk to someone about how)\b",
    r"^(?:want|need|wanna|like|wish|ready|trying|looking)(?:ing)? to (?:report|complain|raise|disclose|confess"
    r"|own up|make a (?:\w+ )?(?:complaint|report))",
    r"^(?:make|start|send|file|log|raise|new) (?:a |an )?(?:private |anonymous |confidential )?(?:report|complaint"
    r"|concern|grievance)\b",
    r"^(?:please )?(?:can|could|may|cud) i (?:please )?(?:report|tell you|talk to (?:you|someone)|speak to someone"
    r"|log (?:some|an? |that|what)|flag|raise|disclose|say something|make a report)\b"
    r"(?!.{0,30}\b(?:anonymous|without|about myself\?|online\?|by phone))",
    r"\b(?:own up|need to tell someone|something(?:'s| has)? happened|want it (?:dealt with|sorted|on record"
    r"|to stop)|put (?:that|this|it) on record"
    r"|i(?:'ve| have)? messed up|done something (?:stupid|bad|wrong|silly))\b",
    r"\b(?:the way|how) i(?:'m| am| was|'ve been| have been| got) (?:being )?(?:treated|spoken to|talked to)\b(?!.*\?)",
    r"\boff my chest\b|\b(?:want|need|like|please)\b.{0,40}\b(?:look(?:ed)? into|investigat\w+|dealt with)\b",
    r"\bi(?:'m| am| have|'ve got| have got)? (?:a )?(?:really |very |so |a bit )?(?:worr(?:ied|y)|concern(?:ed|s)?"
    r"|uneasy|uncomfortable) (?:about|for|with)\b",
)
# What is declared of oneself is asked about, not signed: a relationship, a gift, a second job.
_OWN_AFFAIRS = (
    r"(?! (?:(?:a|an|my|any|the|that|all) )?(?:\w+ ){0,2}(?:relationship|interests?|gifts?|jobs?|work|hospitality"
    r"|friendship|relative"
    r"|conflict|income|business|conviction|caution|partner|tip|present|something)\b)"
)
_NOT_THESE = (  # a pupil out, a parcel in: other things are signed at school
    r"(?! (?:in|up|for|out|language)\b| (?:a|an|my|the|our|one|his|her) (?:child|pupil|kid|visitor|parcel|time ?sheet"
    r"|register|student|class|laptop|keys?|book|delivery|form|card|petition|contract|lease|cheque|expenses)\b)"
)
DECLARE: Sequence[str] = (
    r"^\W*(?:yes |yep |ok |okay |right |hi |hello )*(?:i )?(?:accept(?: it)?|agree|understand (?:the|this"
    r"|it).{0,30}(?:follow|comply|abide|stick)\b.{0,12})\W*$",
    r"^\W*(?:please )?(?:confirm(?:ing|ed)?|polic(?:y|ies)|all) (?:as )?read\b.{0,20}$|^\W*let me sign\b"
    r"|\bneed to sign (?:for )?the (?:polic\w+|code|aup)\b",
    r"\b(?:mark|put|tick|log|record) me (?:down |off )?(?:as|for)\b|\b(?:happy|fine) (?:to comply )?with (?:it"
    r"|the policy|this|all of it)\b.{0,40}"
    r"\b(?:read|sign|name|agree)\b|\bread\b.{0,40}\b(?:agreed|accepted|fine with it|happy with it)\b",
    r"\bwhere(?:'s| is| do) (?:the |i )(?:bit |box |place |button )?(?:where |to )?(?:i )?(?:agree|sign|tick)\b"
    r"|\bsigning the polic\w+, (?:doing|done)\b"
    r"|\b(?:finished|done|completed) (?:reading )?the .{0,30}\bpolic\w+.{0,20}\bsign\b",
    rf"^(?:please )?(?:sign(?:ing)?|declar(?:e{_OWN_AFFAIRS}|ation|ations))\b(?! (?:language|in|up|of"
    rf"|off sheet)\b)(?!.*\?)",
    r"\bi(?:'ve| have| just|ve)*(?: now| just| finally)* (?:read|red|finished reading|gone through|looked through"
    r"|been through|looked over|been over)\b.{0,40}"
    r"\b(?:thing|lot|pages?|every word|everything|booklet|pack|polic\w+|code|document|it|guidance|stuff"
    r"|handbook|all|terms|declaration)\b(?!.{0,40}\b(?:but (?:what"
    r"|where|who|how|can)|does|says)\b)",
    r"\bread (?:it|and (?:understood|agree|accept))|(?<!do )(?<!should )(?<!can )\bi(?:'m| am)? ?(?:agree|accept"
    r"|consent|confirm)\w*\b.{0,30}\b(?:polic\w+|terms|code|it|rules|read)\b"
    r"|\bconfirm\w* (?:that )?i(?:'ve| have)? read\b|\b(?:done|finished) reading\b|\bhaving (?:read|signed)\b",
    rf"\b(?:where|how) (?:do|can|should|would) i (?:sign|tick|declare{_OWN_AFFAIRS}|confirm|complete (?:my"
    rf"|the) declaration"
    rf"|do my declaration)\b{_NOT_THESE}"
    rf"|\bcan i (?:sign|do my declaration|complete)\b{_NOT_THESE}",
    rf"\b(?:like|want|need|ready|going|got|have|wanna|come|here) to (?:sign|declare{_OWN_AFFAIRS}|(?:do|complete|make"
    rf"|submit) (?:my"
    rf"|the) declaration)\b{_NOT_THESE}"
    r"|\b(?:haven'?t|hasn'?t|not) (?:yet )?signed\b|\b(?:yet|still|last one|only one left|due) to sign\b"
    r"|\b(?:do|doing|done|complete|need|for|my) (?:my |the |an? |this )?(?:annual |yearly |policy )?sign[ -]?off\b"
    r"|\bhappy to (?:confirm|sign|agree|accept|abide|stick)\b|\bsay (?:that )?i(?:'ve| have) read\b"
    r"|\btick me off\b|\bput (?:me|my name) down\b|\brecord that i(?:'ve"
    r"| have) read\b|\bmy declaration\b",
)
# Questions that are asked to sign or to report, and not about it.
SIGNS_HERE = (
    r"\b(?:can|could) you (?:log|mark|record|note|put)|\b(?:where|how) (?:do|can|should|would|to) (?:i )?(?:sign"
    r"|tick|declare|confirm|complete|do my)|^can i (?:sign|do my|complete)|\bread it\b"
)
REPORT_HERE = (
    r"^(?:please )?(?:can|could|may|cud|would it be ok to) i (?:please )?(?:report|tell|talk|speak|raise|log"
    r"|flag|disclose"
    r"|say|make)(?!.*\banonymous)|^how i(?:'m| am| was|'ve been)\b|\bi(?:'d| would) like to\b"
)
PERMIT = (
    r"\b(?:i need|i want|i'd like|give me|please give|request|requesting|apply for|get|grant me|asking for"
    r"|could i have|can i have)\b.{0,40}\bpermission\b"
)
HELP: Sequence[str] = (
    r"^(?:help|menu|start|options?|instructions?|commands?)\b(?: me| please| pls| menu)*\W*$|^(?:can"
    r"|could) you help(?: me)?(?: please)?\W*$",
    r"\bwhat (?:can|do|else can) (?:you|u|this|it|i use (?:you|this))\b(?: do| ask| help| for)?|\bwot (?:do"
    r"|can) (?:u|you) do\b|\bwhat (?:sort|kind)s? of"
    r" (?:things|questions)\b|\bwhat can i (?:ask|do|type|say|use)\b|\buse (?:you|this|the bot|candour)\b(?! (?!at"
    r"|for|on|from|to|in|as|with|instead|when|please)\w)",
    r"\bhow (?:do|does|can|would) (?:this|it|you|u|candour|the bot|this (?:thing|bot|work))\b(?: thing"
    r"| bot)?(?: work)?\W*$|\bwhat (?:is|are) (?:this|you|candour|my options)\b"
    r"(?: here)?\W*$|\bwho (?:are you|made you|is this)\b",
    r"\b(?:are you|is this|r u|am i talking to) (?:a |an )?(?:real )?(?:robot|bot|human|person|ai|machine|chatgpt"
    r"|computer|someone real)\b",
    r"\b(?:what|which|list|show)\b.{0,15}\b(?:commands?|menu|options)\b(?! (?:if|when|for))|\b(?:don'?t know|not sure"
    r"|no idea"
    r"|unsure) what to (?:type|say|ask|write"
    r"|do here)|\bwhat (?:am|are) (?:i|we) (?:meant|supposed|allowed) to (?:type|ask|say|write)\b|^who (?:reads"
    r"|sees|gets) (?:this|these)\b|\bi(?:'m|m| am) stuck\b(?! (?:in|at|on|for|behind))|\b(?:talk|speak"
    r"|chat) to a (?:real )?(?:person"
    r"|human)\b|\btype (?:report"
    r"|help|status|stop)\b",
    r"\bhow (?:do|can) i (?:start (?:again|over)|go back|cancel|stop|undo|restart|quit|exit|delete what"
    r"|see my report|check (?:on )?my report|clear|hide|get started|begin)\b",
    r"\bwho (?:can|will) (?:see|read) (?:what i|this|my (?:message|report|question|chat))|\bis (?:this|it) (?:chat "
    r"|bot )?(?:private|confidential|anonymous|secure|recorded)\b",
    r"\b(?:i'?m|im) new (?:here|to this)\b",
    r"\bwho (?:sees|reads|gets|looks at) (?:what i|this|these|my (?:message|report|question)"
    r"|it)\b(?!.{0,20}\b(?:photo|email|file))"
    r"|\bhow do i (?:start|open|begin) (?:a |my )?(?:private )?report\b|\bwhat happens to (?:my|these"
    r"|the) (?:messages?|chats?|words)\b"
    r"|^start (?:again|over|from the beginning)\W*$|\b(?:check|track|see|edit|change|find) (?:on )?my report\b"
    r"|\bwhere(?:'s)? my report\b"
    r"|\bmy report (?:is|has|got) (?:up )?to\b|\bwhat (?:sort|kind|type)s? of stuff\b",
)
_KIND = (
    r"(?:thanks?(?: you)?|thx|thank u|ta|cheers|much appreciated|appreciated|great|lovely|perfect|brilliant|super"
    r"|fab|fantastic|awesome|amazing|cool|nice(?: one)?"
    r"|ok(?:ay)?|k|right|sure|fine|sorted|good(?: one| to know| bot)?|got it|understood|will do|no worries"
    r"|no problem|nevermind|never mind|lol|haha\w*|ha|hmm+|wow"
    r"|yes|yep|yeah|no|nope|alright|all right|hi(?:ya)?|hello|hey|yo|morning|afternoon|evening|good (?:morning"
    r"|afternoon|evening|day|night)|bye|goodbye|see (?:you|ya)"
    r"|night|later|happy \w+|merry christmas|have a (?:nice|good|great|lovely) \w+|how(?:'s it going| are (?:you"
    r"|things)| do you do)|(?:you|u) (?:ok|okay|alright|well)"
    r"|sorry|oops|ignore (?:that|me)|wrong (?:chat|person|window)|what a (?:day|week|morning))"
)
SMALLTALK: Sequence[str] = (
    rf"^\W*{_KIND}(?:[ ,.!]+(?:{_KIND}|mate|pal|hun|love|duck|there|all|everyone|team|so much|very much|a lot"
    rf"|a (?:bunch|million)|for (?:that|now|your help|the help|helping)"
    r"|that'?s (?:really |so |very )?(?:useful|helpful|great|brilliant|kind|all)|you|again|candour|bot|tomorrow|then"
    r"|today|weekend|evening|friday))*\W*$",
    r"^\W*(?:you'?re|ur|you are|that'?s|that is|this is|it'?s) (?:a |an |so |really |very |the |just "
    r"|all )*(?:lifesaver|star|legend|brilliant|great|best|useful|helpful|amazing"
    r"|fab|funny|awesome|clever|kind|lovely|perfect|good|hero|angel)\b.{0,12}$",
    r"^\W*(?:tell me a joke|sing me a song|knock knock|what'?s the weather(?: like)?|roll on .{3,30}"
    r"|is it (?:friday|home ?time|half term|the weekend|christmas|summer) yet"
    r"|(?:i )?hope (?:you|u|your|everyone|all)(?:'re|'s|'ve| are| had| have| is| has)? .{3,40}|nice weather\b.*"
    r"|tgif)\W*$",
)
# A declaration made in so many words.
DECLARED = (
    r"^(?:all |now |fully |i(?:'ve| have)? ?)*(?:read|agreed?|accepted|understood|signed)\b.{0,30}$|\bsignature\b"
    r"|\b(?:mark|log|record|put|note|tick) "
    r"(?:me|that i|my|it)\b.{0,30}\b(?:read|accept\w*|agree\w*|signed)|\b(?:sign|do|complete|annual|my"
    r"|the) (?:\w+ )?declaration\b"
    r"|\bgone through\b.{0,40}\b(?:polic|code)|\bi acknowledge\b|\bhappy with (?:it|the (?:polic|code|terms))"
)
