"""The words of danger: weapons, fire, threats to life, self-harm, abuse that happens now, a child lost, a sexual image."""

from __future__ import annotations

from collections.abc import Sequence

CHILD = (
    r"(?:pupils?|students?|child(?:ren)?|kids?|girls?|boys?|lads?|lass(?:es|ie)?|teen(?:ager)?s?|bairns?|wean"
    r"|youngsters?|little one|daughter|son|y(?:ea)?r? ?(?:1[0-3]|[1-9])s?|year(?: |-)(?:\d+|one|two|six)s?"
    r"|(?:[4-9]|1[0-7])[ -]?(?:years?[ -]old|yr[ -]old|yo)|sixth[ -]former|under ?(?:age|18)|reception class)"
)
_WEAPON = (
    r"(?:knife|kn?ives?|nife|blade|gun|pistol|rifle|machete|bomb|explosives?|grenade|acid|axe|hammer|weapon|firearm"
    r"|crossbow|sword|petrol|baseball bat|a bat)"
)
_HIMSELF = r"(?:himself|herself|themsel(?:f|ves)|myself|hisself|hersel|themself|meself)"
_WILL = r"(?:going to|gonna|gunna|gona|will|'ll|wants? to|threaten\w*(?: to)?|about to|plans? to|tried to|trying to|try to)"
_IMAGE = r"(?:pic(?:s|tures?)?|photos?|images?|videos?|vids?|selfies?|snaps?|film|clip|content|material)"
_NUDE = r"(?:nudes?|naked|topless|indecent|sexual(?:ly explicit)?|explicit|intimate|undressed|in (?:her|his|their) underwear)"

# Any of these speaks of danger; whether it is there now, or only asked about, is judged by bot/intents.py.
DANGER: Sequence[str] = (
    r"\b(?:999|mayday)\b|^\W*(?:an? )?emergency\b|\bin (?:immediate |real )?danger\b|\blife or death\b",
    # Weapons, fire, an intruder
    rf"\b(?:has|have|had|got|with|carrying|holding|brought|brings?|pulled|waving|showing|showed|there(?:'s| is)|wi[vth]*)"
    rf"\b.{{0,25}}\b{_WEAPON}\b|\b{_WEAPON}\b.{{0,30}}\b(?:in|at|on|outside) (?:the |our |my |his |her )?"
    r"(?:school|hall|playground|gates?|bag|class\w*|building|site|locker|reception|corridor|yard)",
    r"\bbomb\b|\bblow(?:ing)? (?:up|the school)|\bshoot(?:ing|er)?\b(?! hoops)|\bgunman\b|\bgunshots?\b|\bhostage\b",
    r"\bintruder\b|\bbroken? into the (?:school|building)|\bgot (?:in|into) the (?:school|building)\b|\btrespass"
    r"|\block ?down\b|\bwon'?t leave the (?:site|school|building|premises)|\b(?:he|she|they) won'?t leave\b",
    r"\bon fire\b|\bfire in the\b|^\W*fire\b(?! (?:drill|door|alarm|marsh|exit|safety))|\bgas leak\b|\bburn (?:\w+ ){0,3}"
    r"(?:down|alive)\b|\bset (?:\w+ ){0,3}on fire\b|\bacid\b.{0,20}\b(?:at|on|in) (?:me|her|him|us|my)",
    # Threats to life and limb
    rf"\b{_WILL}\W+(?:[\w']+ ){{0,3}}(?:kill|stab|murder|shoot|strangle|attack|batter|beat (?:me|him|her|them|us)"
    r"|smash (?:[\w']+ ){0,4}(?:face|head|teeth)|hurt|harm|hit|knife|slit|rape|bury|do (?:me|him|her|us) in|finish (?:me|him|her))\b",
    r"\bkill(?:ing)? (?:me|him|her|us|them|you|everyone|the|my|our|a|mr|mrs|miss|ms)\b|\bdeath threats?\b|\bwants? me dead\b"
    r"|\bi'?(?:ll| will) (?:kill|stab|get) (?:you|u|ya)\b|\btomorrow is the day\b|\bhit ?list\b",
    r"\b(?:stabbed|stabbing|strangl\w+|attacking|assaulting|raping|raped|been shot|beating (?:him|her|them|me|up)"
    r"|being (?:attacked|beaten|stabbed|strangled|raped))\b|\bsexual(?:ly)? (?:assault|abus)\w*|\bhit(?:ting)? (?:me|her|him) now\b",
    r"\bknows? where (?:i|we|she|he) lives?\b|\bwait(?:s|ing)? (?:for (?:me|her|him) )?(?:outside|by my car|at my house)\b"
    r"|\bfollow(?:s|ing|ed) me home\b|\bfollowing me\b.{0,30}\b(?:now|right now|car|street|scared)",
    # Suicide and self-harm
    rf"\b(?:kill|killing|hurt|hurting|harm|harming|cut|cutting|hang|hanging|top|topping|drown|starv\w+|burn\w*) {_HIMSELF}\b",
    r"\bsuicid\w*|\bself[ -]?harm\w*|\bend(?:ing)? (?:it all|my life|(?:his|her|their) (?:own )?li(?:fe|ves)|things)\b"
    r"|\btake (?:my|his|her|their) own li(?:fe|ves)|\bwants? to die\b|\bwish(?:es)? (?:i|he|she|they) (?:was|were) dead"
    r"|\b(?:don'?t|doesn'?t|dont|do not) want to (?:be here|live|wake up|exist|go on)\b|\bbetter off (?:dead|without)"
    r"|\bcan'?t (?:go on|carry on|do this any ?more|cope any ?more)|\bno (?:point|reason) (?:in )?(?:living|to live)"
    r"|\bwon'?t be here (?:tomorrow|much longer|next week)|\bgoodbye everyone\b|\bsay(?:ing)? goodbye\b|\bsuicide note\b",
    r"\boverdos\w*|\btaken (?:a |some |her |his |all )?(?:load|lot|bunch|pack\w*|handful|too many)?(?: of)? ?(?:her |his )?"
    r"(?:tablets|pills|paracetamol|medication)|\bslit(?:ting)? (?:\w+ )?wrists?|\bcut (?:\w+ )?(?:wrists?|arms?)\b"
    r"|\bjump(?:ing)? (?:off|from|in front)",
    # Abuse of a child
    r"\bgroom(?:ed|ing|s)\b|\btouch\w* (?:\w+ ){0,2}(?:down there|private|inappropriate)|\bprivate parts\b|\bmolest\w*",
    rf"\b(?:touching|abusing|abused by|having sex with|slept with|sleeping with|sex with|kissing|raped)\b.{{0,25}}\b{CHILD}\b",
    rf"\b{CHILD}\b.{{0,60}}\b(?:is|are|was|'s|being|gets?|been) (?:being )?(?:hit|beaten|abused|hurt|raped|starved|locked)\b"
    r".{0,40}\b(?:now|tonight|today|home|at the moment|every (?:day|night))",
    r"\b(?:will|gonna|going to|'ll|gon) (?:beat|hit|hurt|belt|batter) (?:him|her|them|me)\b|\b(?:scared|frightened|afraid"
    r"|terrified) (?:to|of) go(?:ing)? home\b|\bforced marriage\b|\bto be married\b|\bfgm\b|\btrafficked\b|\bcounty lines\b",
    # A child lost, or with a stranger
    r"\b(?:gone |is |has gone |went |still |a |are )(?:missing|awol)\b(?! (?:from|in|out) (?:the )?(?:policy|list|document))"
    rf"|\b{CHILD}\b.{{0,30}}\bmissing\b|\bcan'?t find (?:a |one of |the |our |my |him|her|them|[a-z]+[,. ])"
    r"|\b(?:run|ran|walked|wandered|climbed) (?:away|off|out)(?: of)?(?: (?:the )?(?:school|class|site|home|building))?\b"
    r"|\babduct\w*|\bkidnap\w*|\bsnatch(?:ed|ing)?\b",
    r"\b(?:meet(?:s|ing)?|met|meet up|seeing)\b.{0,40}\b(?:stranger|online|internet|older (?:man|bloke|guy|woman)"
    r"|(?:man|bloke|guy|someone) (?:s?he|they) met)"
    r"|\bstranger\b.{0,60}\b(?:meet|met|car|van|lift|outside|pick(?:ed|ing)? (?:him|her|them|up)|arranged|follow\w*)"
    r"|\b(?:in|into) (?:a |some )?(?:stranger|man|bloke)'?s? (?:car|van)\b|\bget(?:ting)? (?:\w+ ){0,3}(?:in|into) (?:his|a|the) (?:van|car)\b",
    # A sexual image of a child
    rf"\b{_NUDE}\b.{{0,60}}\b{CHILD}\b|\b{CHILD}\b.{{0,60}}\b{_NUDE}\b|\bchild (?:porn\w*|sexual abuse)|\bcsam\b|\bsextort\w*"
    rf"|\b(?:showed|sent|shared|sharing|passing|leaked|found|got|has|forwarded)\b.{{0,25}}\b(?:nudes?|(?:naked|topless|indecent|nude) {_IMAGE})\b",
    # Someone may be dying
    r"\b(?:isn'?t|not|stopped|can'?t|cannot) breath\w*|\bunconscious\b|\bcollapsed\b|\bheart attack\b|\bbleeding (?:badly|a lot|out)"
    r"|\banaphyla\w*|\bhaving a (?:seizure|fit|stroke)\b|\bchoking\b",
)
