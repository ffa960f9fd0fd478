"""Scenes of danger that one plain phrase tells whole: a failing body, a crash, despair, a hurt child, a threat."""

from __future__ import annotations

from collections.abc import Sequence

_WHOSE = r"(?:his|her|my|their|a|the|someone'?s)"
_CHILD = r"(?:child(?:ren)?|kids?|pupils?|students?|girls?|boys?|lads?|toddlers?|class|someone|people|him|her|us|them)"
_STRANGER = r"(?:man|bloke|guy|fella|geezer|men|person|woman|adult|stranger|lads?)"
_PARTNER = r"(?:husband|wife|partner|boyfriend|girlfriend|bf|gf|ex|fiance|missus|hubby)"

BODY: Sequence[str] = (
    r"\b(?:crushing|sharp|bad|awful|terrible|severe|stabbing)? ?pains? (?:in|across|down) (?:my|his|her|their"
    r"|the) (?:chest|left arm)\b"
    r"|\b(?:my|his|her) chest (?:is|feels) (?:\w+ )?tight\b|\bwaters (?:have |'?ve )?(?:just )?(?:broken|broke)\b",
    r"\b(?:glassed|bottled|curb ?stomped|stamped on|kicked in the (?:head|face)) (?:\w+ )?(?:\w+)\b",
    r"\b(?:gone|going|went|turn(?:ed|ing)) (?:all |completely |really )?(?:gr[ea]y|floppy|limp|blue|purple|stiff)\b",
    rf"\b(?:clutch|grip|hold)(?:ing|ed|es)? {_WHOSE} chest\b|\bcan'?t feel {_WHOSE} (?:legs?|arms?|face|hands?)\b",
    rf"\b(?:cut|sliced|severed|hit|nicked) (?:{_WHOSE} |an )?(?:artery|vein|throat)\b"
    r"|\b(?:finger|thumb|hand|foot)(?:'s| is| has| been)* (?:come off|cut off|hanging off|chopped)\b"
    rf"|\bbone (?:is |'s )?sticking\b|\b(?:arm|leg)'?s? (?:is )?hanging off\b",
    r"\b(?:blood|bleeding) (?:everywhere|all over|pouring|spurting|gushing)\b|\bwon'?t stop bleeding heavily\b",
    rf"\b(?:boiling|scalding|hot) (?:water|oil|soup|tea) (?:\w+ ){{0,2}}(?:all )?(?:over|on"
    rf"|down) (?:\w+ ){{0,2}}{_CHILD}\b",
    r"\b(?:electric shocks?|carbon monoxide alarm|been (?:spiked|drugged|roofied)|spiked my (?:drink|glass))\b",
    rf"\b(?:put|got|tied|wrapped|has|have|pulled)\b.{{0,25}}\b(?:round|around|about) {_WHOSE} neck\b",
    r"\bface (?:is|has|'s) (?:\w+ )?(?:massive|huge|swell\w*|swollen|blown up|ballooned)\b"
    r"|\bwent under\b.{0,30}\bmoving\b",
    r"\b(?:face ?down|floating) in the (?:pool|water|pond)\b|\b(?:on|through) the ice\b.{0,20}\b(?:pond|lake|river"
    r"|canal)\b",
)
WRECK: Sequence[str] = (
    r"\b(?:electric\w*|power|live|mains) (?:cables?|wires?|lines?) (?:\w+ ){0,2}(?:down|loose|exposed|hanging|bare"
    r"|sparking)\b|\bsparks (?:flying|coming|everywhere)\b",
    r"\bwires (?:sticking|coming|poking|hanging)\b.{0,40}|\b(?:bag|box|parcel|package|case)\b.{0,15}\b(?:wires"
    r"|ticking|smoking)\b",
    r"\b(?:coach|minibus|bus|taxi)(?:'s| has| have)? (?:just )?(?:crash(?:ed)?|overturned|rolled over|turned over"
    r"|gone off the road|come off the road|caught fire|on fire)\b|\b(?:minibus|coach|bus) crash\b",
    rf"\b(?:ceiling|roof|wall|window|tree|goal ?posts?|shel(?:f|ves)|bookcase|scaffold\w*|light|fence)"
    r"(?:'s| is| has| have|s)? (?:just )?(?:come|came|fallen|fell|collapsed|toppled|caved|blown|down)\b.{0,20}\b(?:on"
    r"|onto|in)\b"
    rf".{{0,20}}\b(?:{_CHILD}|minibus|coach|playground)\b",
    r"\b(?:see|seen|is|are|there'?s|big|huge) (?:\w+ )?(?:flames|smoke)\b"
    r"|\b(?:car|van|lorry|truck|vehicle|bus|someone)(?:'s| has| have)? (?:just )?(?:driven|crashed|ploughed|smashed"
    r"|mounted|gone)"
    r" (?:straight |right )?(?:in ?to|through|onto) (?:the|our|a|my)\b",
    r"\b(?:hair|fingers?|hands?|arms?|legs?|head|neck|tie|scarf|clothes)\b.{0,12}\b(?:caught|stuck|trapped|jammed"
    r"|wedged)"
    r" (?:in|under|between|behind)\b|\b(?:stuck|caught|trapped|hanging) (?:\w+ ){0,3}by (?:his|her|the|their) neck\b",
    r"\b(?:dog|pit ?bull|xl bully|bully|alsatian|rottweiler|staffie|mastiff)\b.{0,20}\b(?:bitten|biting|bit|attack\w*"
    r"|mauled|mauling"
    r"|savag\w*)\b",
    r"\bstuck in (?:the|a) lift\b.{0,40}\b(?:smoke|fire|can'?t breathe|panic\w*|water)\b",
    r"\bwhite powder\b.{0,40}\b(?:letter|envelope|parcel|post|opened)\b"
    r"|\b(?:letter|envelope|parcel)\b.{0,30}\bwhite powder\b",
)
WEARY: Sequence[str] = (
    r"\bmake it (?:to the end of (?:the|this) (?:week|day|night)|(?:through|past|to) (?:tonight|the night|the weekend"
    r"|tomorrow))\b",
    r"\b(?:don'?t|dont) (?:look for|try to find|come after|come looking for|bother looking for|try and stop) me\b",
    r"\bbetter off (?:if i\b|without me\b)|\bworld(?:'s|s| is| would be"
    r"|'d be) (?:a )?better (?:place )?(?:off )?without me\b",
    r"\b(?:nobody|no ?one|none of (?:them|you)) (?:would|wud|will|'?d) (?:even )?(?:notice|care|miss me)\b"
    r"|\btonight'?s the night\b",
    r"\b(?:written|wrote|writing) (?:\w+ ){0,2}(?:letters?|notes?) to (?:my|the) (?:kids|children|family|wife|husband"
    r"|mum|parents)\b"
    r"|\btell my (?:\w+ ){0,2}i love\b|\b(?:look after|take care of) my (?:kids|children|cat|dog) (?:when|after) i\b"
    r"|\b(?:text|messag|sent|post|wrote|writ|email|said|note)\w*\b.{0,50}\b(?:look after|take care of) (?:my"
    r"|the) (?:\w+ )?(?:kids|children|cats?|dogs?|mum|girls|boys|baby|brother"
    r"|sister)\b|\b(?:text|messag|post|writ|wrote|note)\w*\b.{0,40}\b(?:sorry (?:mum|dad|everyone|to everyone"
    r"|for everything)|forgive me|by the time (?:you|u))\b"
    r"|\b(?:think|thought|fantasis|dream|imagin|tempt)\w* (?:\w+ ){0,2}(?:crash|driv|jump|stepp|hang|end|dy"
    r"|kill)ing(?: (?:it|things|myself|my life|the car|the van|in front|off"
    r"|into|out)\b|\W*$)|\bi(?:'ve| have) (?:got |bought )?(?:a |the |my |some )?(?:rope|noose|pills|tablets|blades?"
    r"|razor)(?: (?:ready|here|with me|in my hand))?\W*$",
    r"\bdriv(?:e|ing) (?:\w+ ){0,2}(?:in ?to|off) (?:a|the|that) (?:wall|tree|bridge|cliff|lorry|river|road)\b",
    r"\b(?:might|may|going to|could|gonna|about to|scared i'?ll|worried i'?ll) do something (?:stupid|silly|bad"
    r"|drastic|to myself)\b",
    r"\b(?:want|need|make) (?:it|everything|the pain|this) (?:all )(?:to )?(?:stop|end|be over|go away)\b"
    r"|\b(?:want|need) the pain to (?:stop|end)\b|\bthere'?s? (?:is )?no point (?:to |in )?(?:me|any ?more|anything"
    r"|being)\b"
    r"|\bno point any ?more\b|\bi(?:'ve| have) got (?:a|it all) plan(?:ned)? and\b",
    r"\b(?:been|started|keep|am|im|i'm) (?:self ?harming|cutting (?:again|myself|deeper))\b",
    r"\b(?:don'?t|dont|do not) (?:feel|think i'?m) safe (?:tonight|right now|with myself|on my own|at home"
    r"|from myself)\b",
    r"\b(?:in|into) (?:a |such a )?(?:really |very |pretty |quite )?(?:dark|black|bad) place\b|\bnooses?\b"
    r"|\bgoogl\w+ (?:how|ways|painless)\b.{0,20}\b(?:do it|die|end|kill|overdose|hang)\b",
    r"\bhad enough of (?:living|life|being alive|everything|this world)\b|\bwish i (?:hadn'?t|had not|had never"
    r"|didn'?t|never) "
    r"(?:woken|wake|woke|been born)\b|\b(?:life|it|living)(?:'s| is|s)?(?: just)? ?(?:not|n'?t|isn'?t|aint"
    r"|ain'?t) worth (?:it any ?more|it|living)\b"
    r"|\blast day (?:on earth|alive|of (?:his|her|my|their) life|here ever)\b",
    r"\b(?:can'?t|cant|cannot) see (?:a|any) (?:way (?:out|forward|through)|future|point)\b",
)
HURT_CHILD: Sequence[str] = (
    r"\b(?:dad|mum|father|mother|step ?dad|step ?mum|boyfriend|uncle|brother|grandad"
    r"|carer)(?:'?s)? (?:\w+ ){0,2}(?:broke|fractured|burned"
    r"|burnt|bit|scalded|cut|stabbed|starved|whipped|tied|kicked|punched|battered|threw) (?:her|his|their|him|them)\b",
    r"\b(?:at|in|to) (?:a|the|his|some) (?:hotel|flat|house|caravan|airbnb|room) with (?:a |an |some |two |three "
    r"|this )?(?:older |grown )?"
    r"(?:man|men|bloke|blokes|guy|guys|stranger|lads)\b",
    r"\b(?:willy|penis|vagina|privates?|minnie|fairy|bits|bottom|bum)\b.{0,30}\b(?:mouth|touch\w*|lick\w*|suck\w*"
    r"|hurt\w*|bleed\w*)\b"
    r"|\b(?:touch\w*|lick\w*|suck\w*|put|kiss\w*)\b.{0,25}\b(?:willy|penis|vagina|privates?)\b",
    r"\b(?:show\w*|flash\w*|expos\w*|got out|whipped out)\b.{0,20}\b(?:privates?(?! (?:messages?|emails?|texts?"
    r"|photos?|pictures?|account|chats?|details|info\w*|stuff|letters?))|willy|penis|genitals|himself)\b"
    r"|\b(?:gets?|got|climb(?:s|ed)|crept|creeps?|sneaks?|snuck|sneaked) (?:in|into) (?:her|his|their) (?:bed"
    r"|bedroom)\b"
    r"|\b(?:gets?|got|climbs?|came|comes?) (?:in|into) (?:bed|the shower|the bath) with (?:her|him|me|them)\b"
    r"|\b(?:does|did|doing|do) (?:sexual |rude |bad |horrible )?things to (?:her|him|me|them)\b",
    r"\bpretending to be (?:1\d|a (?:child|kid|teen\w*|girl|boy|pupil|teenage \w+)|thirteen|fourteen|fifteen)\b",
    r"\b(?:held|put|pushed|pressed|burn(?:t|ed)) (?:\w+ )?(?:hands?|arms?|face|head|feet) (?:\w+ )?(?:on|in|into"
    r"|under|against|with) "
    r"(?:the |a |an )?(?:hob|cooker|iron|fire|oven|radiator|water|toilet|bath|kettle|lighter|cigarette)\b",
    r"\b(?:left|been|lives|living) (?:\w+ ){0,2}(?:on (?:his|her|their) own|alone|by (?:himself|herself|themselves)) "
    r"(?:\w+ )?(?:for (?:\d+|two|three|four|five|a few|several) (?:days|nights)|all weekend|overnight|since (?:friday"
    r"|saturday|sunday))\b",
    r"\b(?:hand ?prints?|hand ?marks?|finger ?marks?|rope marks?|strangle marks?|cigarette burns?|belt marks?"
    r"|whip marks?)\b",
    r"\b(?:sent|flown|taken|taking|sending|going|fly\w*|off|shipped)\b.{0,40}\bto (?:get married|be married|marry)\b"
    r"|\b(?:has|have|'s|s) (?:got|taken|took) (?:my|our|her) (?:\w+ )?(?:daughter|son|kids?|child(?:ren)?|baby|boy"
    r"|girl)\b.{0,30}\b(?:won'?t|wont|refus\w*|where|hostage|give)"
    r"|\b(?:taken?|taking|sent|flown|going|goes)\b.{0,30}\bto be (?:cut|circumcised|married)\b"
    r"|\b(?:flown|sent|taken|shipped) (?:out|off|abroad|away)\b.{0,40}\b(?:marr\w+|wed\w*|cut|husband)\b",
    r"\b(?:she'?s?|her|girl|pupil|student)\b.{0,15}\b(?:1[0-5]|[5-9]|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen)\b.{0,15}\bpregnant\b"
    r"|\bpregnant by (?:her|his|a|the|one)\b",
    r"\b(?:held|pinned|holding|pinning) (?:\w+ )?down\b.{0,30}\b(?:strip\w*|film\w*|while)\b"
    r"|\bstrip(?:ped|ping|s)? (?:him|her|them)\b",
    rf"\bp(?:a)?edo(?:phile)?s?\b|\b{_STRANGER}\b.{{0,20}}\b(?:film|photograph|watch|record)ing (?:the |our "
    rf"|my )?{_CHILD}\b",
    rf"\b{_STRANGER}\b.{{0,30}}\b(?:messag|contact|chatt|talk|dm)\w*\b.{{0,40}}\b(?:for|send) (?:\w+ )?(?:pic\w*"
    rf"|photos?|nudes?|images)\b",
    r"\b(?:go|going|fly|flying|run|running|travel\w*) (?:off |away )?to (?:syria|isis|join (?:isis|them|the fight))\b",
)
MENACE: Sequence[str] = (
    r"\b(?:scared|frightened|fear\w*|fearing|terrified|afraid) for (?:my|her|his|our|their) (?:life|lives)\b"
    r"|\b(?:my|her|his) life is in danger\b",
    r"\bdo (?:me|him|her|us|them|you) in\b|\bbullets? (?:in|through) (?:the |my |our )?(?:post|letter ?box|envelope"
    r"|door|window)\b",
    r"\b(?:school|place|building|bomb) (?:blows|is (?:going|gonna) (?:to )?(?:blow|go)|will blow|goes) (?:up|off)\b"
    r"|\bbricks? through (?:my|our|the|his|her)\b|\bpetrol through\b",
    r"\b(?:i'?m|im|you'?re|ur|youre|we'?re|she'?s|he'?s) next\b|\b(?:picture|photo|pic)s? of my (?:house|kids?"
    r"|children|car|front door)\b"
    r"|\bbeing followed (?:home|by|on|from|now|to)\b",
    r"\bdon'?t (?:come|go) (?:in ?to school|in|to school) (?:tomorrow|today|on (?:mon|tues|wednes|thurs|fri)day)\b"
    r"|\b(?:kill|death|hit) ?list\b|\blist of (?:people|kids|pupils|names|staff"
    r"|teachers) (?:\w+ ){0,3}(?:to )?(?:kill|shoot|hurt)\b",
    r"\b(?:broken?|breaking|got) in ?to my (?:house|home|flat|car)\b.{0,60}\b(?:scared|frightened|now|threat\w*"
    r"|still)\b",
    rf"\b{_PARTNER}\b.{{0,30}}\b(?:punched|hit|hits|hitting|strangl\w+|chok\w+|kicked|beat|beats|beating|slapped"
    rf"|burn(?:t|ed)|raped"
    r"|threatened|threatens|locked) (?:\w+ )?me\b|\b(?:punched|hit|kicked|beat|pushed"
    r"|attacked) me\b.{0,25}\bpregnant\b",
    rf"\b(?:unknown|strange|random|weird|unidentified|dodgy) {_STRANGER}\b.{{0,25}}\b(?:in|inside|near|at|outside"
    rf"|round|around|with)\b"
    rf"|\b{_STRANGER} in the (?:girls|boys|kids|children)'? ?(?:toilets?|loos?|changing)",
    r"\b(?:kicking|smashing|battering|bashing|hammering) (?:\w+ ){0,3}(?:doors?|gates?|windows?) (?:in|down|through)\b",
    r"\b(?:head ?count|register|roll call|counted)\b.{0,40}\b(?:one|two|three|\d) (?:down|short|missing|less)\b",
    r"^\W*(?:sos|mayday|help help|help me please|please help me)\W*$",
)
SCENES: Sequence[str] = (*BODY, *WRECK, *WEARY, *HURT_CHILD, *MENACE)
