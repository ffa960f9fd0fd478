"""Questions about the bot, about what it is told, and about what becomes of a report: a thing of ours, and a wish."""

from __future__ import annotations

from collections.abc import Sequence

_TOLD = (
    r"(?:typ(?:e|ed|ing)|writ(?:e|ing|ten)|wrote|s(?:ay|aid)|t(?:ell|old)|put|ask(?:ed)?|sen[dt]|submit(?:ted)?"
    r"|enter(?:ed)?)"
)
_MACHINE = r"(?:chat|bot|chat ?bot|thing|app|tool|service|conversation|box|screen|form|candour|robot)"
# The bot, this conversation, or something given to it.
OURS = (
    rf"\b(?:this|the|your) {_MACHINE}\b(?! (?:group|room|polic))|\b(?:on|in|into|through|via|by) here\b"
    rf"|\b{_TOLD} (?:\w+ )?(?:here|in this|into this|on this)\b|\b(?:do|doing|use|using|start|begin|go|happens?) here\b"
    rf"|\b(?:what|whatever|everything|anything|something|things?|stuff|all|that) (?:that )?(?:i(?:'ve|'m)?|we)"
    rf"(?: have| am)? {_TOLD}\b(?! (?:in|on|at|to (?:a|my|the|parents?)|about|by email))"
    r"|\b(?:tell|told|telling|ask|asked|asking|send|sent|use|used|using|trust|talk(?:ing)? to|contact|reach|show|with"
    r"|give|gave) (?:\w+ )?(?:you|u)\b(?! (?:all|have|can|must|should))"
    r"|\b(?:my|a|the|this|an earlier|our) (?:\w+ )?(?:reports?|concerns?|disclosures?) (?:i(?:'ve)?"
    r" (?:made|sent|filed|started)|end up|go(?:es)?\b)"
    r"|\bmy (?:\w+ )?(?:reports?|messages?|questions?|chats?|words|draft|case|disclosure)\b(?! (?:card|to parents"
    r"|book))"
    r"|\b(?:use|using|on|with|runs?|of|behind|made|built|is|like|to|into|does|doing) this\b(?=\W*$"
    r"| (?:anonymous\w*|private\w*|confidential\w*|without|at home|and|work|go|tell|save|store|keep|from))"
    r"|\b(?:these|the|your) answers\b|\bthe person i(?:'m| am)? report\w*|\byou (?:keep|store|save|share|hold|know"
    r"|remember|record|log|pass|work|speak"
    r"|understand|answer|learn|get your|tell|collect|ask me|made|run)\b"
    r"|\b(?:are|how \w+ are) (?:you|these answers|your answers)\b|\bthis box\b|\b(?:person|human|someone|somebody"
    r"|anyone|people) (?:is )?(?:reading|watching|checking|behind) (?:this|these|it)\b|\bok with you\b"
    r"|\bdo i (?:write|put|type) in (?:the|this) box"
)
# What one would know of it, or do with it.
WISH = (
    r"\b(?:sees?|seen|reads?|reading|looks? at|finds? out|knows?|told|tells?|shar(?:e|ed)|passed on|gets? to|private"
    r"|confidential\w*|anonymous\w*|secret|secure|safe|names?|identif\w+|track\w*|traced?|keep|kept|stor\w+|sav\w+"
    r"|log(?:ged)?|record\w*|history|delet\w+|remov\w+|edit\w*|chang\w+|correct\w*|fix|undo|withdraw\w*|cancel\w*"
    r"|take (?:it )?back|stop|pause|half ?way|later|finish|carry on|continue|start|restart|how (?:long|soon|quick\w*"
    r"|many|accurate|private)|when will|hear back|repl\w+|next|happen\w*|after|end up|go(?:es)?|works?|use|using"
    r"|human|real|person|runs?|accurate|reliable|attach|upload|languages?|welsh|understand|supposed|from|made a|meant"
    r"|deals?"
    r"|mistake|wrong|earlier|information|data|trust|check|update)\b"
)
# The same words of other matters: a file at work, a report to parents, a rule.
ELSEWHERE = (
    r"\b(?:polic(?:y|ies)|rules?|allowed|pupils?|child(?:ren|'s)?|parents?|students?|cctv|emails?|references?"
    r"|photos? of"
    r"|whatsapp|facebook|website|work phone|laptop|school reports?|report (?:cards?|writing)|risk assess\w*|visitors?"
    r"|grievance|hr file|references?)\b"
)
_REPORT = r"(?:a|my|the|one|this|an) (?:\w+ )?(?:report|concern|disclosure|case)"
_BEGIN = r"(?:(?:to )?the )?(?:start|beginning|menu|home|top)"
# Told whole, without naming anything of ours.
PLAIN: Sequence[str] = (
    r"^\W*(?:(?:main|the|full) )?(?:menu|help|restart|options?|reset|back|go back|start (?:again|over|afresh)"
    r"|begin again|quit|exit"
    r"|cancel|undo|commands?)(?: please| pls| now| page)*\W*$",
    rf"\b(?:want|need|like|how (?:do|can) i|can i|let me|wrong \w+) ?,? ?(?:to )?(?:start over|start again|restart"
    rf"|reset|undo"
    rf"|go back(?: (?:to|and) .{{3,30}})?|(?:get|go) back to {_BEGIN})\W*$|^\W*(?:wrong (?:button|one|thing)"
    rf"|pressed the wrong)\b",
    r"^(?:is|will|would|does) (?:it|this|that|everything|all this|my name) (?:all |really |be |stay "
    r"|kept )*(?:anonymous|private|confidential"
    r"|secret|secure|between us)\b|^how (?:private|anonymous|confidential|secure|safe) is (?:this|it|that)\b"
    r"|^(?:can|do) i (?:do|use|send|say|fill in) (?:this|it|that) (?:\w+ )?(?:anonymous\w*|without)",
    r"\b(?:do|must|will|would) (?:i|you) (?:have to|need to|need|want)? ?(?:give|say|tell you|put|leave|know"
    r"|ask for)? ?(?:my|who i) (?:own )?"
    r"(?:name|am|identity|details)\b(?!.{0,12}\b(?:on|in|to) (?:the|a|my|parents?)|.*\b(?:polic|complain|grievance"
    r"|raising|whistle|risk))"
    r"|\b(?:will|would|is) my name (?:\w+ )?(?:on it|in it|with it|on (?:the|my|this|a) report|known|given|shown|used)",
    r"\b(?:how (?:long|soon|quickly)|when) (?:do|does|will|would|before|until) (?:it|this|i|somebody|someone|anyone"
    r"|they|you) (?:\w+ ){0,3}"
    r"(?:hear|reply|replies|answer|get back|get an answer|be in touch|contact me|respond|take\W*$)|\bhear back\b",
    rf"\b(?:save|stop|pause|leave|finish) (?:it |this |now |here |half ?way |for now )*(?:and"
    rf"|then) (?:\w+ )?(?:finish|carry on|come back|continue"
    rf"|do|go on)\b|\bstart\w* (?:filling|this|it|{_REPORT}).{{0,30}}\b(?:stop|half ?way|later|finish)",
    r"\bdifference between (?:a )?(?:reporting|asking|report|question)\b.{0,20}\b(?:asking|reporting|question|report"
    r"|telling)\b"
    r"|\bwho (?:will |would )?(?:deals?|handles?|looks?|gets?|sees?|reads?|decides?) (?:with |at |into |on )?(?:my"
    r"|the|these|your) (?:report|case)s?\b"
    r"|\bhow (?:will|would|do) i (?:know|find out|hear|be told)\b.{0,25}\b(?:dealt with|sorted|happened|happening"
    r"|read|received|done|got it|arrived)",
    r"\b(?:can|could|may) (?:i|a report|one report) (?:add|attach|upload|include|be about|name|report) (?:(?:a|an"
    r"|some|my|more) )?(?:photos?|pictures?|screenshots?"
    r"|files?|evidence|documents?|attachments?|(?:than )?one person|more than one|two people"
    r"|several)\b(?!.{0,20}\b(?:pupil|child|polic|website|to (?:the|a)))",
    r"\bdo i (?:need|have) to (?:log ?in|log on|register|sign in|make an account)\W*$|\bphone number i can\b"
    r"|\bwhat (?:am|are) (?:i|we)"
    r" (?:supposed|meant) to (?:do|put|write|say) (?:here|now|next)\W*$|\bwho (?:runs|owns|built|wrote|made"
    r"|is behind) (?:this|it|you)\b",
    r"\b(?:can|do|will) (?:i|you) (?:use|have|get|speak to|talk to|chat to) (?:\w+ )?(?:a |an )?(?:human|real person"
    r"|person|someone real)\b"
    r"|\bwhat(?:'s| is) the point of (?:this|you)\b|\b(?:don'?t|dont|can'?t) (?:understand|work out|see"
    r"|know) how (?:to use|this works?|it works?|you work)\b",
)
