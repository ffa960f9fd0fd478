"""The plain phrases by which intents are told: no sentence of anybody's, only what many people would write."""

from __future__ import annotations

from collections.abc import Sequence

# --- Forms of what is said ---

# A question starts so, whether or not it ends in a question mark. A greeting may stand before it.
GREETING = (
    r"^(?:(?:hi|hello|hey|hiya|yo|morning|afternoon|evening|good (?:morning|afternoon|evening)|sorry|excuse me|so|and|but|ok|okay"
    r"|quick (?:one|question)|just wondering|wondering|please|pls|um+|erm*)(?: there| all| again| candour)?[ ,.!:-]+)+"
)
QUESTION = (
    r"^(?:(?:can|could|cud|may|am|are|r|is|do|does|did|what|what's|wot|when|where|who|whom|whose|which|why|how|should|shud|must"
    r"|would|will|if|has|have|was|were|any|shall|whats|whos|hows|wheres)\b|i(?:'d like| need| want| would like) to know\b"
    r"|(?:write|list|draft|translate|give me|find|summari[sz]e)\b(?! (?:a |an )?(?:private )?(?:report|complaint))|tell me (?:about|what|how|who|if|whether)\b|explain\b|show me (?:the |what|where)(?!menu))"
)
SUPPOSED = (
    r"\b(?:if|in case|suppose|supposing|hypothetical\w*|when (?:a|an|someone|somebody|staff|you|we|evidence|one)|would|should"
    r" (?:staff|anyone|a teacher|we ever)|were to|what happens (?:to|when|if|after))\b"
)
RULES = (
    r"\b(?:polic(?:y|ies)|rules?|guidance|guidelines?|procedures?|section|clause|code of conduct|regulations?|protocol|counts? as"
    r"|considered|classed as|defin\w+|what (?:does|is) .{0,20}mean|difference between|an offence|illegal|against the law|allowed|alowd"
    r"|permitted|drill|training)\b"
)
# Something has happened, or is happening, to somebody.
HAPPENED = (
    r"\b(?:just|right now|at the moment|now|has (?:got|just|been|brought|sent|shared|shown|told|gone|said)|he's|she's|they're|there's"
    r"|there is|i've|we've|is (?:outside|here|threatening|going to|hitting|attacking)|sent me|told me|showed me|said (?:he|she|they)"
    r"|says (?:he|she|they)|tonight|last (?:night|week|month|year)|yesterday|this (?:morning|afternoon)|for (?:weeks|months|ages|years)"
    r"|got a (?:message|call|text|email))\b|^(?:someone|somebody|a (?:pupil|student|child|parent|colleague|man|boy|girl)) (?:has|is|just|sent|showed)\b"
)

# --- Wants, each in the order in which it is tried ---

EXPLICIT_REPORT: Sequence[str] = (
    r"^(?:report|complain|complaint|grievance|whistleblow\w*)\W*$",
    r"\bi(?:'d| would| want| need| wanna| have| just| really|'ve got| got| am| was|'m)*(?: to)?\W+(?:like to |need to |want to |have to"
    r" |going to |wanna |got to |hoping to )?(?:report|complain|make a (?:complaint|report|disclosure)|raise|disclose|whistle ?blow"
    r"|blow the whistle|confess|own up|grass|flag|lodge|file|come clean|talk to someone about how)\b",
    r"^(?:want|need|wanna|like|wish|ready|trying|looking)(?:ing)? to (?:report|complain|raise|disclose|confess|own up|make a (?:complaint|report))",
    r"^(?:make|start|send|file|log|raise|new) (?:a |an )?(?:private |anonymous |confidential )?(?:report|complaint|concern|grievance)\b",
    r"^(?:please )?(?:can|could|may|cud) i (?:please )?(?:report|tell you|talk to (?:you|someone)|speak to someone|raise|disclose|say something|make a report)\b"
    r"(?!.{0,30}\b(?:anonymous|without|about myself\?|online\?|by phone))",
    r"\b(?:own up|need to tell someone|something(?:'s| has)? happened|want it (?:dealt with|sorted|on record|to stop)|put (?:that|this|it) on record"
    r"|i(?:'ve| have)? messed up|done something (?:stupid|bad|wrong|silly))\b",
    r"\bi(?:'m| am| have|'ve got| have got)? (?:a )?(?:really |very |so |a bit )?(?:worr(?:ied|y)|concern(?:ed|s)?|uneasy|uncomfortable) (?:about|for|with)\b",
)
# Somebody does harm, and says so of themselves or of others.
_ADVERB = r"(?:(?:always|constantly|also|just|really|literally|never|even|all|still|both|keeps?|kept|carries? on|started|been|forever) )*"
HARM: Sequence[str] = (
    r"\b(?:bull(?:y|ied|ies|ying)|bulied|beign bul\w+|harass\w*|victimis\w*|humiliat\w+|intimidat\w+|belittl\w+|undermin\w+|discriminat\w+"
    r"|abus(?:e|ed|ive|ing)|threaten\w*|stalk\w*|blackmail\w*|troll(?:ed|ing)|picked on|picking on|ganging up|singled out)\b",
    r"\b(?:insult|mock|slag|rip|laugh|shout|scream|swear|swor[en]|swears|curs|bad[ -]?mouth|bitch|gossip"
    r"|imitat|tak(?:ing|es?) the (?:mick|mickey|piss)|mak(?:e|es|ing) (?:fun|jokes|comments|a fool)|having a go|has a go|had a go"
    r"|on at (?:me|us)|spread\w*|comment\w* on my)\w*\b"
    r"|\bcall(?:ed|s|ing) (?:me|him|her|us|them|pupils|kids|people|the|our)\b|\btagg(?:ed|ing)\b",
    r"\b(?:nasty|racist|sexist|homophobic|transphobic|offensive|vile|horrible|hateful|inappropriate|lewd|explicit|creepy|sexual|rude|cruel"
    r"|unkind|abusive|disgusting|crude|pervy|derogatory)\b.{0,25}\b(?:message|name|comment|joke|remark|post|stuff|picture|pic|video|email|text"
    r"|thing|word|language|image|content|note|meme|gesture)s?\b",
    r"\b(?:touch(?:ed|es|ing)|grab(?:bed|s|bing)|grope\w*|put (?:his|her|their) (?:arm|hand)s?|pinch\w*|shov\w+|push(?:ed|es|ing)|hit|slapp\w+"
    r"|kick\w+|brush\w+ (?:up )?against)\b",
    r"\b(?:fake|hate|spoof|parody) (?:account|profile|page)\b|\baccount (?:in|with|using) my name\b|\bset up an? (?:account|page|group)\b"
    r"|\b(?:post|postin|posting|posted|posts|shar(?:e|ed|es|ing)|upload\w*|forward\w*|made|writ(?:es?|ing|ten)|wrote)\b.{0,50}\b(?:me|my|mine|us"
    r"|our|lies|him|her|them|teacher|colleague|staff|head)\b",
    r"\bwon'?t (?:stop|leave me alone)\b|\bwont (?:stop|leave me)\b|\bkeeps? (?:\w+ ){0,2}(?:messag|send|post|follow|ask|call|touch|com|star|tex|ring|exclud|mock)\w*",
    r"\b(?:steal|stole|stealing|fiddl(?:es|ed|ing)|fraud|covering up|cover-?up|drunk|drinking|on drugs|reads? other people|watch(?:es|ing)"
    r" (?:porn|inappropriate)|neglect\w*|bruis\w*|hungry every|left (?:me|us) out|exclud\w+ me|roll\w+ (?:her|his|their) eyes|upset(?:ting)? me)\b",
    r"\b(?:don'?t|dont|do not|didn'?t) feel (?:safe|comfortable)\b|\bfe(?:el|els|lt) (?:sick|unsafe|harassed|bullied|uncomfortable|awful|threatened"
    r"|violated)|\bi(?:'m| am) (?:scared|frightened|afraid|dread\w*|desperate|struggling|at my wits)|\bi froze\b|\bdread (?:coming|going)"
    r"|\btold me (?:her|his|their|that|s?he|about)\b|\bsaid something worr|\b(?:i've|i have|been) (?:been |getting |having )*(?:getting|called) \w+",
)
# What is harmless or not, depending: whoever asks whether it is allowed wants the rule, and whoever only tells, help.
CONTACT: Sequence[str] = (
    r"\b(?:messag\w+|texting|text(?:s|ed)|sending|sends|sent|dm\w*|snapchatting|following|follows|adding|added|contacting|chatting to|filming|films"
    r"|filmed|photograph\w*|took (?:photos|pictures|videos?)|taking (?:photos|pictures)|dating|seeing|in a relationship with|flirt\w*|gave|giving"
    r"|showed|shows|showing)\b.{0,50}\b(?:pupils?|students?|child(?:ren)?|kids?|girls?|boys?|year \d+|class|sixth former|me)\b",
)
ALLOWED = (
    r"\b(?:can|may|could|should|shall|do|am|is|are|must|would) (?:i|we|it|that|this|he|she|they|approval|permission|you)\b.{0,60}"
    r"\b(?:accept|allowed|ok|okay|answer|reply|follow|need(?:ed)?|post|use|add|fine|alright|wrong|right|permitted|keep|ignore|block)\b"
    r"|\bany problem\b|\bpolicy say\b|\bhow should\b"
)
# Somebody is spoken of: without, it is only a list of words to search for.
SOMEBODY = (
    r"\b(?:i|i'm|im|ah'm|ma|i've|ive|i'd|me|my|he|he's|she|she's|they|they're|them|him|her|we|us|our|someone|somebody|smeone|people|a|an|one of"
    r"|the|mr|mrs|miss|ms|some|there's|parents|pupils|kids|students|who)\b|^been\b"
)
# The asker's own slip.
SLIP: Sequence[str] = (
    r"\b(?:by accident|accident\w*|by mistake|mistakenly|without (?:thinking|meaning|realising)|shouldn'?t have|wasn'?t supposed to|before i knew"
    r"|didn'?t (?:mean|realise|know))\b",
    r"\bi(?:'ve| have)? (?:just )?(?:lost|left|posted|clicked|opened|accepted|sent|shared|emailed|liked|uploaded|downloaded|added|given|gave|told)\b"
    r".{0,80}\b(?:wrong|pupil|student|child|school|data|laptop|memory stick|usb|folder|link|list|names|confidential|bus|train|comment|about|parent)\b",
    r"\b(?:stolen|got nicked|been hacked|data breach|went missing)\b.{0,30}|\blaptop .{0,40}stolen",
)

DECLARE: Sequence[str] = (
    r"^(?:please )?(?:sign(?:ing)?|declar(?:e|ation|ations))\b(?! (?:language|in|up|of|off sheet)\b)(?!.*\?)",
    r"\bi(?:'ve| have| just|ve)*(?: now| just| finally)* (?:read|red|finished reading|gone through|looked through|been through)\b.{0,40}"
    r"\b(?:polic\w+|code|document|it|guidance|stuff|handbook|all|terms|declaration)\b(?!.{0,40}\b(?:but (?:what|where|who|how|can)|does|says)\b)",
    r"\bread (?:it|and (?:understood|agree|accept))|(?<!do )(?<!should )(?<!can )\bi(?:'m| am)? ?(?:agree|accept|consent|confirm)\w*\b.{0,30}\b(?:polic\w+|terms|code|it|rules|read)\b"
    r"|\bconfirm\w* (?:that )?i(?:'ve| have)? read\b|\b(?:done|finished) reading\b|\bhaving (?:read|signed)\b",
    r"\b(?:where|how) (?:do|can|should|would) i (?:sign|tick|declare|confirm|complete (?:my|the) declaration|do my declaration)\b(?! (?:in|up|for)\b)"
    r"|\bcan i (?:sign|do my declaration|complete)\b(?! (?:in|up|for|language)\b)",
    r"\b(?:like|want|need|ready|going|got|have|wanna|come|here) to (?:sign|declare|(?:do|complete|make|submit) (?:my|the) declaration)\b(?! (?:in|up|for|language)\b)"
    r"|\b(?:haven'?t|not) (?:yet )?signed\b|\btick me off\b|\bput (?:me|my name) down\b|\brecord that i(?:'ve| have) read\b|\bmy declaration\b",
)
# Questions that are asked to sign or to report, and not about it.
SIGNS_HERE = (
    r"\b(?:where|how) (?:do|can|should|would|to) (?:i )?(?:sign|tick|declare|confirm|complete|do my)|^can i (?:sign|do my|complete)|\bread it\b"
)
REPORT_HERE = r"^(?:please )?(?:can|could|may|cud|would it be ok to) i (?:please )?(?:report|tell|talk|speak|raise|disclose|say|make)(?!.*\banonymous)|\bi(?:'d| would) like to\b"
PERMIT = (
    r"\b(?:i need|i want|i'd like|give me|please give|request|requesting|apply for|get|grant me|asking for|could i have|can i have)\b.{0,40}\bpermission\b"
)
HELP: Sequence[str] = (
    r"^(?:help|menu|start|options?|instructions?|commands?)\b(?: me| please| pls| menu)*\W*$|^(?:can|could) you help(?: me)?(?: please)?\W*$",
    r"\bwhat (?:can|do|else can) (?:you|u|this|it|i use (?:you|this))\b(?: do| ask| help| for)?|\bwot (?:do|can) (?:u|you) do\b|\bwhat (?:sort|kind)s? of"
    r" (?:things|questions)\b|\bwhat can i (?:ask|do|type|say|use)\b|\buse (?:you|this|the bot|candour)\b",
    r"\bhow (?:do|does|can|would) (?:this|it|you|u|candour|the bot|this (?:thing|bot|work))\b(?: thing| bot)?(?: work)?\W*$|\bwhat (?:is|are) (?:this|you|candour|my options)\b"
    r"(?: here)?\W*$|\bwho (?:are you|made you|is this)\b",
    r"\b(?:are you|is this|r u|am i talking to) (?:a |an )?(?:real )?(?:robot|bot|human|person|ai|machine|chatgpt|computer|someone real)\b",
    r"\b(?:what|which|list|show)\b.{0,15}\b(?:commands?|menu|options)\b|\bdon'?t know what to (?:type|say|ask|do here)|\bi(?:'m|m| am) stuck\b",
    r"\bhow (?:do|can) i (?:start (?:again|over)|go back|cancel|stop|undo|restart|quit|exit|delete what|see my report|check (?:on )?my report|clear|hide|get started|begin)\b",
    r"\bwho (?:can|will) (?:see|read) (?:what i|this|my (?:message|report|question|chat))|\bis (?:this|it) (?:chat |bot )?(?:private|confidential|anonymous|secure|recorded)\b",
    r"\b(?:i'?m|im) new (?:here|to this)\b",
)
_KIND = (
    r"(?:thanks?(?: you)?|thx|thank u|ta|cheers|much appreciated|appreciated|great|lovely|perfect|brilliant|super|fab|fantastic|awesome|amazing|cool|nice(?: one)?"
    r"|ok(?:ay)?|k|right|sure|fine|sorted|good(?: one| to know| bot)?|got it|understood|will do|no worries|no problem|nevermind|never mind|lol|haha\w*|ha|hmm+|wow"
    r"|yes|yep|yeah|no|nope|alright|all right|hi(?:ya)?|hello|hey|yo|morning|afternoon|evening|good (?:morning|afternoon|evening|day|night)|bye|goodbye|see (?:you|ya)"
    r"|night|later|happy \w+|merry christmas|have a (?:nice|good|great|lovely) \w+|how(?:'s it going| are (?:you|things)| do you do)|(?:you|u) (?:ok|okay|alright|well)"
    r"|sorry|oops|ignore (?:that|me)|wrong (?:chat|person|window)|what a (?:day|week|morning))"
)
SMALLTALK: Sequence[str] = (
    rf"^\W*{_KIND}(?:[ ,.!]+(?:{_KIND}|mate|pal|hun|love|duck|there|all|everyone|team|so much|very much|a lot|a (?:bunch|million)|for (?:that|now|your help|the help|helping)"
    r"|that'?s (?:really |so |very )?(?:useful|helpful|great|brilliant|kind|all)|you|again|candour|bot|tomorrow|then|today|weekend|evening|friday))*\W*$",
    r"^\W*(?:you'?re|ur|you are|that'?s|that is|this is|it'?s) (?:a |an |so |really |very |the |just |all )*(?:lifesaver|star|legend|brilliant|great|best|useful|helpful|amazing"
    r"|fab|funny|awesome|clever|kind|lovely|perfect|good|hero|angel)\b.{0,12}$",
    r"^\W*(?:tell me a joke|sing me a song|knock knock|what'?s the weather(?: like)?|nice weather\b.*|tgif)\W*$",
)
