"""The words of danger: weapons, fire, threats to life, self-harm, abuse that happens now, a child lost, a sexual"
" image."""

from __future__ import annotations

from collections.abc import Sequence

CHILD = (
    r"(?:pupils?|students?|child(?:ren)?|kids?|girls?|boys?|lads?|lass(?:es|ie)?|teen(?:ager)?s?|bairns?|wean"
    r"|youngsters?|little one|daughter|son|y(?:ea)?r? ?(?:1[0-3]|[1-9])s?|year(?: |-)(?:\d+|one|two|six)s?"
    r"|(?:[4-9]|1[0-7])[ -]?(?:years?[ -]old|yr[ -]old|yo)|sixth[ -]former|under ?(?:age|18)|reception class)"
)
_WEAPON = (
    r"(?:knife|kn?ives?|nife|blade|gun|pistol|rifle|machete|bomb|explosives?|grenade|acid|axe|hammer|weapon|firearm"
    r"|crossbow|sword|shotgun|razor|scalpel|screwdriver|scissors|glass bottle|device|petrol|baseball bat|a bat)s?"
)
_HIMSELF = r"(?:himself|herself|themsel(?:f|ves)|myself|hisself|hersel|themself|meself)"
_WILL = (
    r"(?:going to|gonna|gunna|gona|will|'ll|wants? to|threaten\w*(?: to)?|about to|plans? to|tried to|trying to|try to)"
)
_IMAGE = r"(?:pic(?:s|tures?)?|photos?|images?|videos?|vids?|selfies?|snaps?|film|clip|content|material)"
_NUDE = (
    r"(?:nudes?|naked|topless|indecent|sexual(?:ly explicit)?|explicit|intimate|undressed"
    r"|in (?:her|his|their) underwear|(?:no|without(?: any)?|hardly any) clothes|sexting)"
)

# Any of these speaks of danger; whether it is there now, or only asked about, is judged by bot/intents.py.
DANGER: Sequence[str] = (
    r"\b(?:999|mayday)\b|^\W*(?:an? )?emergency\b|\bin (?:immediate |real )?danger\b|\blife or death\b",
    # Weapons, fire, an intruder
    rf"\b(?:has|have|had|got|with|carrying|holding|brought|brings?|pulled|waving|showing|showed|there(?:'s| is)"
    rf"|wi[vth]*)"
    rf"\b.{{0,25}}\b{_WEAPON}\b|\b{_WEAPON}\b.{{0,30}}\b(?:in|at|on|outside) (?:the |our |my |his |her )?"
    r"(?:school|hall|playground|gates?|bag|class\w*|building|site|locker|reception|corridor|yard)",
    r"\bbomb\b|\bblow(?:ing)? (?:up|the school)|\bshoot(?:ing|er)?\b(?! hoops)|\bgunman\b|\bgunshots?\b|\bhostage\b",
    r"\bintruder\b|\bbroken? into the (?:school|building)|\bgot (?:in|into) the (?:school|building)\b|\btrespass"
    r"|\block ?down\b|\bwon'?t leave the (?:site|school|building|premises)|\b(?:he|she|they) won'?t leave\b",
    r"\bon fire\b|\bfire in the\b|^\W*fire\b(?! (?:drill|door|alarm|marsh|exit|safety))|\bgas leak\b"
    r"|\bsmoke (?:pouring|coming|everywhere|in|from)\b|\bexplosion\b|\bburn (?:\w+ ){0,3}"
    r"(?:down|alive)\b|\bset (?:\w+ ){0,3}on fire\b|\bacid\b.{0,20}\b(?:at|on|in) (?:me|her|him|us|my)",
    r"\bset(?:ting)? (?:\w+ ){0,3}(?:fire to|alight)\b|\bbarricad\w*|\bgo(?:es|ing)? off at\b|\brestraining order\b"
    r"|\btry(?:ing)? (?:to )?(?:get in|break in|take (?:a |one of |his |her |the )?(?:\w+ )?(?:child|kid|pupil|son"
    r"|daughter))"
    r"|\bstrangers?\b.{0,40}\b(?:corridors?|building|site|school|gates?|playground|doors?|field)"
    r"|\btrying (?:the )?doors\b",
    # Threats to life and limb
    rf"\b(?:is|are|'s|'re|keeps|started|now|him|her|{CHILD}|dads?|mums?|parents?|men|man"
    rf"|lads)\b (?:\w+ ){{0,2}}(?:punching|kicking"
    r"|hitting|fighting|headbutting|choking|stamping|throwing (?:chairs|tables|punches)|smashing|pinning"
    r"|beating)\b(?! (?:the )?(?:deadline|target))"
    r"|\bhands? (?:round|around|on) (?:his|her|their|my) (?:throat|neck)|\bby the (?:throat|neck|hair)\b"
    r"|\bpinned (?:\w+ )?(?:against|to|down)\b|\bpunch-?up\b|\bfight(?:ing)? (?:going on|has broken|outside|in the)\b",
    rf"\b{_WILL}\W+(?:[\w']+ ){{0,3}}(?:kill|stab|murder|shoot|strangle|attack|batter|beat (?:me|him|her|them|us)"
    r"|smash (?:[\w']+ ){0,4}(?:face|head|teeth)|hurt|harm|hit|knife|slit|rape|bury|do (?:me|him|her|us) in"
    r"|finish (?:me|him|her))\b",
    r"\bkill(?:ing)? (?:me|him|her|us|them|you|everyone|the|my|our|a|mr|mrs|miss|ms)\b|\bdeath threats?\b"
    r"|\bwants? me dead\b"
    r"|\bi'?(?:ll| will) (?:kill|stab|get) (?:you|u|ya)\b|\btomorrow is the day\b|\bhit ?list\b",
    r"(?<!tweet )(?<!post )(?<!comment )(?<!article )(?<!message )\b(?:attacking|being attacked)\b|\b(?:stabbed"
    r"|stabbing|strangl\w+|assaulting|raping|raped|been shot|beating (?:him|her|them|me|up)"
    r"|being (?:attacked|beaten|stabbed|strangled|raped))\b|\bsexual(?:ly)? (?:assault|abus)\w*|\bhit(?:ting)? (?:me"
    r"|her|him) now\b",
    r"\bknows? where (?:i|we|she|he) lives?\b|\bwait(?:s|ing)? (?:for (?:me|her|him) )?(?:outside|by my car"
    r"|at my house)\b"
    r"|\bfollow(?:s|ing|ed) me home\b|\bfollowing me\b.{0,30}\b(?:now|right now|car|street|scared)",
    # Suicide and self-harm
    rf"\b(?:kill|killing|hurt|hurting|harm|harming|cut|cutting|hang|hanging|top|topping|drown|starv\w+"
    rf"|burn\w*) {_HIMSELF}\b",
    r"\bsuicid\w*|\bself[ -]?harm\w*|\bend(?:ing)? (?:it\b|my life|(?:his|her|their) (?:own )?li(?:fe|ves)|things)\b"
    r"|\btake (?:my|his|her|their) own li(?:fe|ves)|\bwants? to die\b|\bwish(?:es)? (?:i|he|she|they) (?:was|were) dead"
    r"|\b(?:don'?t|doesn'?t|dont|do not) want to (?:be here|live|wake up|exist|go on)\b|\bbetter off (?:dead|without)"
    r"|\bcan'?t (?:go on|carry on|do this any ?more|cope any ?more)|\bno (?:point|reason) (?:in )?(?:living|to live)"
    r"|\bwon'?t be here (?:tomorrow|much longer|next week)|\bgoodbye everyone\b|\b(?:might|may) as well be dead"
    r"|\bway out\b(?! of)|\bwant(?:s)? to disappear|\bdo it (?:again )?tonight|\bsorry for everything\b"
    r"|\blast (?:text|message|words)\b|\bi(?:'ve| have) cut myself|\b(?:cut|cuts) (?:me|him|her)self|\bdead by\b"
    r"|\bcuts? (?:\w+ ){0,3}(?:on|up|along|over) (?:\w+ )?(?:arms?|wrists?|legs?)\b|\bsay(?:ing)? goodbye\b"
    r"|\bsuicide note\b",
    r"\boverdos\w*|\btaken (?:a |some |her |his |all )?(?:load|lot|bunch|pack\w*|handful|too many)?(?: of)? ?(?:her "
    r"|his )?"
    r"(?:tablets|pills|paracetamol|medication)|\bslit(?:ting)? (?:\w+ )?wrists?|\bcut (?:\w+ )?(?:wrists?|arms?)\b"
    r"|\bjump(?:ing)? (?:off|from|in front)",
    # Abuse of a child
    r"\bgroom(?:ed|ing|s)\b|\btouch\w* (?:\w+ ){0,2}(?:down there|private|inappropriate)|\bprivate parts\b|\bmolest\w*",
    rf"\b(?:touching|abusing|abused by|having sex with|slept with|sleeping with|sex with|kissing"
    rf"|raped)\b.{{0,25}}\b{CHILD}\b",
    rf"\b{CHILD}\b.{{0,60}}\b(?:is|are|was|'s|being|gets?|been) (?:being )?(?:hit|beaten|abused|hurt|raped|starved"
    rf"|locked)\b"
    r".{0,40}\b(?:now|tonight|today|home|at the moment|every (?:day|night))",
    r"\b(?:will|gonna|going to|'ll|gon) (?:beat|hit|hurt|belt|batter) (?:him|her|them|me)\b|\b(?:scared|frightened"
    r"|afraid"
    r"|terrified) (?:to|of) go(?:ing)? home\b|\bforced marriage\b|\bto be married\b|\bfgm\b|\btrafficked\b"
    r"|\bcounty lines\b",
    r"\b(?:dad|mum|father|mother|stepdad|step-?father|uncle|grandad|brother|boyfriend|cousin|coach|man"
    r"|he)\b.{0,20}\b(?:hits|beats|hurts"
    r"|touches|burns|chokes|rapes|belts|kicks|punches|locks)\b.{0,12}\b(?:her|him|them|me)\b|\b(?:comes?|gets?|came"
    r"|climbs?) (?:in|into) (?:her|his|their|my)"
    r" (?:bed|bedroom|room)\b|\bmakes? (?:her|him|them) (?:touch|do things|watch|undress)",
    # A child lost, or with a stranger
    r"\bnever (?:arrived|turned up|came (?:home|back)|got (?:home|to school)|made it)|\bnobody knows where"
    r"|\b(?:disappeared|vanished)\b"
    r"|\b(?:hasn'?t|not|haven'?t) (?:come|got|arrived|turned up|been seen|returned|made it)(?: back)?(?: home"
    r"| to school| since)?\b.{0,30}\b(?:home|seen|since|phone)"
    r"|\bwe(?:'ve| have) lost (?:a|one|two)\b|\bcan'?t be found\b",
    r"\b(?:picked up|collected|met|taken)\b.{0,25}\bby (?:a |an |some )?(?:man|bloke|guy|stranger|older|adult"
    r"|someone)|\b(?:man|bloke|guy|adult|someone|boyfriend)"
    r" (?:s?he|they|of \d\d).{0,40}\b(?:online|tiktok|snap\w*|insta\w*|discord|roblox|app|game)"
    r"|\b(?:[2-6]\d)[- ]year[- ]old (?:man|bloke|guy|boyfriend)",
    r"\b(?:gone |is |has gone |went |still |a |are )(?:missing|awol)\b(?! (?:from|in|out) (?:the )?(?:policy|list"
    r"|document))"
    rf"|\b{CHILD}\b.{{0,30}}\bmissing\b|\b(?:can'?t|cannot|can not|could ?n[o']t) find (?:a |one of |the |our |my "
    rf"|him|her|them|[a-z]+[,. ])"
    r"|\b(?:run|ran|got|get|gone|walked|wandered|climbed|slipped) (?:away|off with|off"
    r"|out)(?: of)?(?: (?:of )?(?:the )?(?:school|class\w*|site|home|building|gates?|window|fence|playground)"
    r"| with a| and we)\b"
    r"|\babduct\w*|\bkidnap\w*|\bsnatch(?:ed|ing)?\b",
    r"\b(?:meet(?:s|ing)?|met|meet up|seeing)\b.{0,40}\b(?:stranger|online|internet|older (?:man|bloke|guy|woman)"
    r"|(?:man|bloke|guy|someone) (?:s?he|they) met)"
    r"|\bstranger\b.{0,60}\b(?:meet|met|car|van|lift|outside|pick(?:ed|ing)? (?:him|her|them|up)|arranged|follow\w*)"
    r"|\b(?:in|into) (?:a |some )?(?:stranger|man|bloke)'?s? (?:car|van)\b|\bget(?:ting)? (?:\w+ ){0,3}(?:in"
    r"|into) (?:his|a|the) (?:van|car)\b",
    # A sexual image of a child
    rf"\b{_NUDE}\b.{{0,60}}\b{CHILD}\b|\b{CHILD}\b.{{0,60}}\b{_NUDE}\b|\b(?:her|his|their|my|more) nudes\b"
    rf"|\b(?:changing rooms?|toilets?|showers?)\b.{{0,30}}\b(?:filming|photos?|pictures?|camera|phone)\b"
    rf"|\b(?:filming|photos?|pictures?|camera)\b.{{0,40}}\b(?:changing rooms?|toilets?|showers?)\b"
    rf"|\bchild (?:porn\w*|sexual abuse)|\bcsam\b|\bsextort\w*"
    rf"|\b(?:showed|sent|shared|sharing|passing|leaked|found|got|has|forwarded|asking for|wants|trading|swapping"
    rf"|selling)\b.{{0,25}}\b(?:nudes?|(?:naked|topless|indecent|nude) {_IMAGE})\b",
    # Someone may be dying
    r"\b(?:isn'?t|not|stopped|can'?t|cannot) breath\w*|\bunconscious\b|\bcollapsed\b|\bheart attack\b|\bbleed(?:s"
    r"|ing)? (?:badly|a lot|out|every|heavily|from (?:his|her|the) (?:head|neck|wrists?|arms?))|\bswallow(?:ed"
    r"|ing)\b|\bpoison(?:ed|ing)\b|\bbleach\b|\bambulance\b"
    r"|\banaphyla\w*|\bhaving a (?:seizure|fit|stroke)\b|\bchoking\b",
)
