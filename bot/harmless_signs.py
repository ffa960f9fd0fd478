"""Signs that speak against danger: a question of rules, a thing of the past, words online, a figure of speech."""

from __future__ import annotations

from collections.abc import Sequence

# What is told, and the points that it takes from those of danger.
AGAINST: Sequence[tuple[str, float]] = (
    (  # what is threatened is a name or a post
        r"\b(?:ruin\w*|destroy (?:me|him|her) (?:on|in)|career|reputation|social media|internet|papers|press|ofsted"
        r"|legal action|solicitor"
        r"|sue|suing|sacked|fired|los(?:e|ing) my job|struck off|disciplin\w*|capability|petition|bad review"
        r"|reference|promotion|contract)\b",
        1,
    ),
    (  # and where people work together
        r"\b(?:line manager|head of (?:department|year|english|maths|science|pe|faculty)|hod|slt|phase leader|mentor"
        r"|bursar|appraisal|staff ?room|timetable"
        r"|sick leave|union|grievance|overlooked|left me out|left out|remarks?|petty|workload|lunch hour"
        r"|through (?:my )?lunch|(?:lunch|dinner|pocket) money)\b",
        1.5,
    ),
    (
        r"\b(?:say\w*|claim\w*|accus\w*|alleg\w*|told \w+|rumou?r\w*) (?:of |that |me of )?(?:i|me) (?:\w+ )?(?:hit"
        r"|push|touch|grab|hurt|slap|shov)\w*",
        2,
    ),
    (r"\b\w+(?:ed|ew|at|id)\b.{0,60}\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", 1.5),
    (r"\?\s*$", 1),
    (r"\b(?:email|messag|text|ring|phon|call|dm|contact)(?:s|e?ing|ed)? me\b", 0.5),
    (r"^\W*help(?: me)?\W*$", 3),
    (
        r"\b(?:(?:can|could|may|should|shall|must) (?:i|we|they|he|she|staff|you)|am i (?:allowed|ok|meant"
        r"|right)|do (?:i|we|they) (?:just"
        r"|have|need|get)|what if|is (?:it|there) (?:a|an|ok|okay|alright|allowed|any)|does (?:the|this|it)"
        r"|who (?:decides|tells|do i))\b",
        1.5,
    ),
    (
        r"\b(?:bull(?:y|ied|ies|ying)|harass\w*|swor[en]|swear\w*|abuse off|pictures of me|chatting"
        r"|blow the whistle|confided|complain\w*|neglected|noticed|i think (?:a|my|the))\b",
        1,
    ),
    (
        r"\b(?:polic(?:y|ies)|rules?|procedure|guidance|allowed|permission|form|section|training|drill"
        r"|appraisal|leave form|day off"
        r"|time off|pay|paid|lanyard|declaration|clause|code of conduct)\b",
        1.5,
    ),
    (
        r"\b(?:facebook|tweet\w*|twitter|posted|comments?|memes?|jokes?|joking|gossip\w*|rumou?rs?|emails?"
        r"|linkedin|tiktok|instagram"
        r"|insta|whatsapp|profile|photo of (?:me|us|staff)|account)\b",
        1,
    ),
    (
        r"\b(?:yesterday|last (?:week|month|(?:half )?term|year|night|summer|christmas|(?:mon|tues|wednes|thurs"
        r"|fri)day)|ages ago|(?:weeks?|months?|years?"
        r"|days?) ago|for (?:weeks|months"
        r"|years)|always|every (?:day|week|lesson)|used to|the other day|often|sometimes|on (?:mon|tues|wednes"
        r"|thurs|fri)day"
        r" (?:he|she|they|a|the)|constantly|repeatedly)\b",
        2,
    ),
)

_OWN_THINGS = (
    r"(?:phones?|laptops?|ipads?|tablets? pc|lanyards?|keys?|money|cash|books?|registers?|bags?|coats?|jumpers?|kit"
    r"|glue|mugs?"
    r"|lunch|usb|passes|pass|badges?|purse|wallet|chargers?|forms?|files?|homework|work|chairs?|equipment|stuff|fobs?"
    r"|sweets)"
)
_TOIL = r"(?:work|marking|homework|paperwork|emails?|admin|planning|data|reports?|meetings|books)"
# Figures of speech and small mishaps that borrow the words of danger: they are left out before danger is looked for.
FIGURES: Sequence[str] = (
    # What is feared is to speak, what ends is a career, what is hurt is a name.
    r"\b(?:scared|afraid|frightened|terrified|scary|frightening) (?:to|of) (?:even )?(?:say|speak|tell|report"
    r"|complain|come forward|ask"
    r"|challeng|rais|upset|admit|rock|los|come (?:in )?(?:to|into) work|go (?:in )?(?:to|into) work|go in the staff"
    r"|retaliat|reprisal|what people)\w*",
    r"\b(?:every|each|all|any|most|planning|out of|team|from|in|after|during|department\w*|briefings and) meetings?\b"
    r"|\bmeetings\b"
    r"|\bgone (?:\w+ )?(?:quiet|silent|withdrawn|viral|sick|public|wrong|too far|behind|against|through|over my"
    r"|to (?:hr|the head|slt|the union|governors))\b",
    r"\bget(?:ting)? (?:me|her|him|us|them) (?:sacked|fired|the sack|into trouble|in trouble|suspended|dismissed"
    r"|disciplined|struck off|moved|demoted|banned)\b"
    r"|\btrapped in (?:this|my|the|a) (?:job|role|post|career|meeting|contract)\b|\bi was (?:\w+ )?shaking\b"
    r"|\b(?:left|had|came (?:out|away|home)) (?:me )?shaking\b"
    r"|\bi(?: was|'ve been| have been| went home| came home| ended up| end up) crying\b|\b(?:left|had|found|film\w*"
    r"|video\w*|ma[dk]e|makes) me cry(?:ing)?\b",
    r"\bstalk\w* (?:my|our|me on|her|us on) (?:\w+ )?(?:insta\w*|facebook|fb|profiles?|socials?|linkedin|pages?"
    r"|tiktok|accounts?|twitter|online|posts?)\b"
    r"|\b(?:tweet|post|comment|message|article|email|review|letter|blog|leaflet)s? (?:\w+ )?(?:attack|target|slash"
    r"|bash)ing\b|\bhang(?:s|ing)? up\b|\bfor (?:the|your|all the|all your) help\b|\b(?:online|the|hidden) dangers\b"
    r"|\battack(?:s|ed|ing) (?:me|us|him|her|them) (?:\w+ )?(?:(?:in|on|over|via|by) (?:the |a |our "
    r"|their )?(?:\w+'? )?(?:whatsapp|facebook|twitter|group|chat|comments"
    r"|press|papers?|social media|emails?|insta\w*|tiktok|forum|meetings?)|online)\b|\bkill(?:s|ed|ing)? (?:my|his"
    r"|her|their) (?:career|confidence|mood|vibe|chances|joy)\b"
    r"|\b(?:shout|cough|whisper|yell|chant|writ|mutter)\w* \W*pa?edo\w*|\btracks (?:how|when|what|where|my (?:time"
    r"|breaks?|hours|lateness|sick\w*))\b",
    # What its writer is cross with is a machine.
    r"\b(?:i will|i'?ll|i could|i'?m (?:about|going) to|i want to|i feel like) (?:smash|break|kick|punch|hit|throw"
    r"|murder|kill)(?:ing)? (?:up )?(?:this|that|the|my) (?:\w+ )?(?:thing|machine|computer|laptop|printer|photocopier"
    r"|projector|tablet)(?: up| out (?:of )?the window)?\W*$",
    r"\bmurder (?:a|an|some) (?:cup|cuppa|tea|coffee|pint|curry|burger|brew|biscuit|drink|sandwich|pizza|bacon|song)\b"
    r"|\b(?:weather|heat|cold|humidity|headache|hangover|commute|traffic|suspense|printers?|wifi|tooth\w*|throat|toes"
    r"|ankles?|hip|shoulders?|neck|diet"
    r"|deadlines?|wait(?:ing)?|boots|trousers|bra|stairs|timetable|heating|pollen)(?:'s| is| are"
    r"|'re) (?:\w+ )?killing me\b",
    r"\b(?:my |her |his )?(?:back|feet|head|knees?|legs?|eyes|shoes|heels|class|year \d+s?|workload|marking"
    r"|hay ?fever|lot)"
    r"(?:'s| is| are|'re) (?:\w+ )?killing me\b|\bkill(?:er|ing) (?:heels|queen|whales?|wasps?|time|flies|weeds|ants"
    r"|bees)\b"
    r"|\bkill (?:time|wasps?|flies|weeds|ants|bees|the (?:mood|time|lights?|sound|power))\b|\bto kill a mockingbird\b",
    r"\bdying (?:to|for a|of (?:boredom|embarrassment|laughter|heat))\b|\bdead (?:mouse|mice|rats?|birds?|batter(?:y"
    r"|ies)|line|end"
    r"|easy|good|keen|links?|plants?|flies|fly|pigeons?|wasps?|fish|hamster|leg|on time|proud|chuffed|phone|laptop)\b"
    r"|\b(?:printers?|heating|laptops?|phones?|batter(?:y|ies)|wifi|internet|boiler|projectors?|kettle|hamster"
    r"|guinea pig|fish|plants?"
    r"|computers?|board)(?:'s| is| has| have|s)? (?:just )?(?:died|dead|dying|blown up|packed up)\b",
    r"\bshoot(?:ing)? (?:some )?(?:hoops|a (?:film|video|scene)|an email|stars?)\b|\b(?:photo|film|video)[ -]?shoots?\b"
    r"|\bshots? in the (?:dark|arm)\b|\bflu (?:shot|jab)s?\b|\bphoto ?bomb\w*|\bbath bombs?\b|\bbomb (?:disposal"
    r"|it (?:down|round))\b",
    r"\b(?:suicide|self[ -]?harm|bullying|drugs?|knife crime|rape|abuse) (?:prevention|awareness|training|charity"
    r"|charities|week)\b"
    r"|\bambulance chas\w+|\b(?:st john|air|pat the) ambulance\b|\bgun control\b|\b(?:glue|staple|nerf|water|toy|heat"
    r"|spray) "
    r"?(?:guns?|pistols?)\b|\bfoam (?:swords?|knives)\b|\b(?:fake|plastic|pretend|cardboard|wooden) (?:daggers?"
    r"|swords?|knives|knife)\b",
    rf"\b(?:drown(?:ing|ed)?|buried|swamped|suffocating|dying) (?:in|under|with) (?:\w+ )?{_TOIL}\b",
    r"\b(?:a|the|this|that|our|my|staff|team|parents?) meetings?\b|\b(?:fell|fallen|falling|fall) out(?: with\b"
    r"| over\b|,|\.|$| and)",
    rf"\b{_OWN_THINGS}(?:'s|'ve| has| have| is| are| keeps?| keep)? (?:gone |went |going |been )?(?:missing"
    rf"|disappeared|vanished)\b"
    rf"|\bmissing (?:\w+ )?{_OWN_THINGS}\b",
    r"\bburn(?:t|ed|ing)? (?:the |some |my )?(?:toast|popcorn|biscuits|cakes?|dinner|lunch)\b|\bburn(?:t|ed"
    r"|ing)? out\b",
    rf"\blost (?:my |the |a |an |his |her |their |our )?(?:\w+ )?{_OWN_THINGS}\b|\bchoking hazards?\b"
    rf"|\bstuck in (?:traffic|a meeting|a jam)\b"
    r"|\b(?:guide|assistance|therapy|reading|school|drugs?|sniffer|police) dogs?\b|\bscared of (?:dogs|spiders"
    r"|heights|water|flying|thunder|clowns)\b",
    r"\bfire (?:escapes?|extinguishers?|doors?|drills?|wardens?|marshals?|practices?|polic(?:y|ies)|regs|blankets?"
    r"|panels?|engines?"
    r"|safety|risks?|procedures?|exits?|alarm tests?)\b|\bcall(?:ed|ing|s)? (?:me|him|her|us|them"
    r"|\w+ \w+) (?:an? )?pa?edo\w*",
    r"\bpanic attacks? (?:before|every|since|because|at the thought|over)\b|\btouchy[ -]?feely\b"
    r"|\b(?:stanley|craft|palette|bread|kitchen|butter|plastic|table) kni(?:fe|ves)\b(?= (?:in|for|with|safe|ok"
    r"|allowed|are|at)\b)",
    r"\b(?:wasp|bee|nettle|insect|jellyfish)s? (?:has |have |just )?(?:sting|stung|stings)\b|\bstung by (?:a "
    r"|an )?(?:wasp|bee|nettle)s?\b",
    r"\b(?:threw|throw(?:s|ing|n)?|chuck(?:ed|ing|s)?|lobb(?:ed|ing)) (?:a |an |his |her |some )?(?:pencils?|pens?"
    r"|rubbers?|paper\w*|balls?"
    r"|crayons?|snowballs?|food|grapes?|peas|socks?|leaves|pencil cases?)\b",
)
