"""The parts that danger is told in, whatever the sentence: what is done, to whom, by whom, with what, and when."""

from __future__ import annotations

# It is now, or about to be.
NOW = (
    r"\b(?:right now|now|just now|as we speak|this (?:minute|second|very)|at the moment|currently|still|tonight"
    r"|later today"
    r"|today|this (?:morning|afternoon|evening|lunchtime)|in (?:a|an|ten|five|\d+) (?:minutes?|mins?|hours?)"
    r"|at (?:\d{1,2}"
    r"|home ?time|lunch|break|the end of)|after school|(?:is|are|'s|'re|he's|she's|they're|theyre|hes"
    r"|shes) (?:\w+ ){0,2}?"
    r"(?:on (?:his|her|their|the|its) way|coming|here|outside|inside|back|at the|in the|in my|by the|on the)"
    r"|on (?:his|her|their) way|outside (?:the|my|our|her|his|school)|won'?t stop|wont stop|not stopping"
    r"|keeps? (?:on )?\w+ing|hurry|quick(?:ly)?!?|asap|urgent\w*|help(?! (?:with|me (?:find|understand|sign)))"
    r"|come now"
    r"|what do (?:i|we) do|someone come|call (?:the )?(?:police|999|an? ambulance)|need (?:the )?(?:police"
    r"|an? ambulance))\b"
)
# It is over, and can be told in a report.
OLD = (
    r"\b(?:yesterday|last (?:half term|christmas|lesson)|(?:last|the other|one|a few|two|three|some) (?:week|month"
    r"|term|year|summer|night|day"
    r"|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday)s?|(?:weeks?|months?|years?|days?|ages) (?:ago|back)|used to"
    r"|previously"
    r"|in the past|once|back in|when i was|(?:on|since) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"|historic\w*)\b"
)
_SOMEONE = (
    r"(?:me|him|her|them|us|himself|herself|someone|somebody|everyone|each other|my \w+|his \w+|the \w+|a \w+|an \w+"
    r"|one of \w+|another \w+|mr \w+|mrs \w+|miss \w+|ms \w+|kids?|pupils?|children|people|staff)"
)
_BEATS = (
    r"(?:punch|kick|hit|beat|batter|slap|thump|headbutt|smack|whack|belt|bash|drag|stamp|wrestl|throttl|chok|strangl"
    r"|attack|assault|hurt|lash\w* out|swing|grabb?|pinn?|stabb?|smash|fight|scrapp?|kill|bit|throw)"
)
# Blows that fall now: "is kicking her", "won't stop hitting", "they're fighting".
BEATING = (
    rf"\b(?:is|are|'s|'re|hes|shes|theyre|was|were|started|starting|keeps?(?: on)?|still|stop|both|now|been)\b"
    rf"(?: \w+){{0,3}} {_BEATS}ing\b",
    rf"\b(?:just|has|have|'s|'ve) (?:\w+ )?(?:punched|kicked|hit|headbutted|thrown|smashed|slapped|decked|floored"
    rf"|knocked(?: out| over| down)?|bitten|put) {_SOMEONE}\b.{{0,60}}\b(?:floor|ground|blood|bleeding|head"
    rf"|face|out cold)\b",
    r"\b(?:on|to) the (?:floor|ground|deck)\b.{0,40}\b(?:kick|hit|punch|beat|stamp|not mov|won'?t|still)\w*",
    r"\b(?:gone|going|went) (?:for|at) (?:him|her|them|me|another|someone|each other|mr|mrs|miss|a (?:ta"
    r"|teacher|pupil|kid))\b",
    r"\b(?:kicking off|going (?:mad|mental|berserk|crazy|ballistic|nuts)|lost it|losing it|rampag\w+"
    r"|smashing (?:up|the|every"
    r"|windows|things))\b.{0,60}\b(?:scared|danger|hurt|chairs?|windows?|can'?t (?:calm|stop|get)|police|kids"
    r"|children)",
)
# What is grave whenever it is told as having just happened.
GRAVE = (
    r"\b(?:stab+(?:ed|bed|ing|bing|s)?|slash(?:ed|ing)|strangl\w+|throttl\w+|shot (?:at|him|her|me|someone|a)"
    r"|unconc\w+"
    r"|unconsc\w+|knocked out|out cold|blood (?:all|every|pouring|coming|on the)|pouring (?:with )?blood"
    r"|glass everywhere|coma"
    r"|(?:thrown|pushed|fallen|fell|gone|went|shoved|put|jumped) (?:\w+ ){0,2}(?:through|out of|down|off) (?:a"
    r"|the) (?:\w+ )?(?:window|glass|stairs"
    r"|stairwell|roof|wall|banister|balcony)|(?:head|skull|lip|eye|chin) (?:is |has |'s )?(?:been )?(?:cracked|split"
    r"|smashed|gashed|caved)"
    r"|(?:cracked|split|smashed|gashed|caved) (?:\w+ )?(?:head|skull)"
    r"|covered in blood"
    r"|lots of blood|so much blood|bleeding|not (?:breathing|responding|moving|waking)|won'?t wake|wont wake"
    r"|(?:isn'?t|isnt|stopped|can'?t|cant|can not|cannot|struggling to|trouble) (?:breath\w*|respond\w*|wak\w*"
    r"|mov\w*)"
    r"|lips? (?:are |is |have |has )?(?:gone |going |turn\w* )?blue|(?:gone|going|turn\w+) blue|foaming"
    r"|convuls\w+|fitting"
    r"|seizure|cardiac|heart attack|stroke|electrocut\w+|drown\w*|fell (?:from|off|out of) (?:the |a )?(?:roof"
    r"|window|wall"
    r"|height|balcony)|hit by a (?:car|van|bus|lorry)|run over|knocked down by|trapped|collaps\w+|passed out"
    r"|overdos\w+|od'?d\b|throat (?:is )?(?:closing|swelling)|tongue (?:is )?swelling|epi ?pen)\b"
)
# Threats to life, in whatever words.
_SOON = (
    r"(?:will|'ll|ll|gonna|gunna|going to|goin to|gona|gon|is going|wants? to|about to|threaten\w*(?: to)?"
    r"|plan\w* to|said he'?d|said she'?d|says? (?:he|she|they)(?:'ll|'s going to| will)|swear\w*)"
)
THREAT = (
    rf"\b{_SOON}\b.{{0,40}}\b(?:kill|stab|shoot|murder|burn|torch|blow(?! the whistle)|drive|ram"
    rf"|run (?:\w+ ){{0,2}}(?:over|down)|slit|cut"
    rf"|hurt|batter|beat|smash|attack|do (?:her|him|me|us|it|them) (?:in|again|to)|get (?:me|her|him|us)|finish (?:me"
    rf"|him|her|us|them|you)|end (?:me|him|her|us|them|you)\b"
    rf"|throw acid|petrol|hang|top|jump)\b",
    r"\b(?:not|never|won'?t|wont|don'?t think i'?ll?|isn'?t|ain'?t) (?:\w+ ){0,3}(?:leav\w+|get\w*|mak\w+"
    r"|go\w*) (?:\w+ ){0,4}"
    r"(?:alive|in one piece)\b|\b(?:dead (?:man|woman|meat)|watch (?:my|your|her|his) back|last day"
    r"|sleep with the fishes"
    r"|wouldn'?t see|won'?t see (?:tomorrow|the|another|monday)|bury (?:me|him|her)|body bag|in a box|pay with)\b",
    r"\b(?:drive|ram|plough|crash|smash) (?:\w+ ){0,4}(?:van|car|truck|lorry|motor|it) (?:\w+ ){0,2}(?:into"
    r"|through|at)\b",
    r"\b(?:got|has|have|with|carrying|holding|swinging|waving|pulled|brought|bringing"
    r"|made)\b.{0,25}\b(?:knif\w*|knive\w*"
    r"|nife|blade|machete|gun|bb gun|air ?gun|pistol|weap\w+|wepon|axe|hatchet|hammer|bat|pole|crowbar"
    r"|metal bar|iron bar"
    r"|bottle|petrol|acid|hunting|screwdriver|chisel|scissors|razor|stanley|crossbow|bomb|device|explosiv\w+"
    r"|firework\w*|taser|shotgun|rifle|sword|dagger)\b",
    r"\b(?:school|place|building|everyone|every one|all of (?:you|us|them)) (?:\w+ ){0,3}(?:shot up|shoot\w*"
    r"|blown up|burn\w* down"
    r"|torched|will (?:burn|die|pay))\b|\bshoot up\b|\b(?:is|there'?s|theres) (?:a |an )?(?:bomb|shooter|gunman"
    r"|fire)\b",
)
# Someone may take their own life.
DESPAIR = (
    r"\b(?:on|off|onto|over|from) the (?:\w+ ){0,2}(?:roof|ledge|bridge|railings?|train tracks?|tracks|edge"
    r"|balcony|top of)\b",
    r"\b(?:taken|took|swallow\w*|necked|downed|had|having|popp?ed)\b.{0,30}\b(?:tablets?|pills?|paracetamol"
    r"|meds|medication"
    r"|ibuprofen|antidepressants?|bleach|sleeping)\b.{0,40}",
    r"\b(?:said|says|saying|messag\w+|text\w*|sent|post\w*|wrote|written|left|leaving)\b.{0,30}\b(?:goodbye"
    r"|good bye|bye forever"
    r"|a note|last words|farewell|suicid\w*|final)\b",
    r"\b(?:rope|noose|ligature|razor|blades?)\b.{0,40}\b(?:neck|bag|room|toilet\w*|herself|himself|arms?|wrists?)\b"
    r"|\b(?:neck|arms?|wrists?)\b.{0,30}\b(?:rope|noose|blades?|razor|cut\w*|slit)\b",
    r"\b(?:want\w*|going|plan\w*|rather|wish\w*|ready|tonight'?s|be easier|better) (?:\w+ ){0,5}(?:die|dead"
    r"|not (?:be )?(?:here"
    r"|alive|exist|wake)|end (?:it|everything|things|my)|over with|gone forever|never wake)\b",
    r"\b(?:can'?t|cant|cannot|don'?t want to|dont want to|no longer want to|not going to) (?:\w+ ){0,2}(?:go on"
    r"|carry on|live|be here"
    r"|take (?:it|this|any) ?(?:any ?more|longer)?|do (?:it|this) any ?more|face another|be alive|wake up)\b"
    r"|\b(?:nothing|no reason|not worth|no point) (?:\w+ ){0,3}(?:liv\w+|being (?:here|alive))\b",
    r"\b(?:locked|shut|barricad\w+) (?:herself|himself|themsel\w+|myself|hisself)\b.{0,60}",
    r"\b(?:harm|cut|hurt|kill|hang|starv|burn|top|drown)(?:ting|ing|ed|s)? (?:\w+ )?(?:herself|himself"
    r"|themsel\w+|myself|hisself"
    r"|meself|her self|him self|her arms?|his arms?|her wrists?|his wrists?|my wrists?|my arms?)\b"
    r"|\b(?:(?:her|him|my|his|me)self|themsel\w+) (?:\w+ )?(?:cutt|harm|hurt|burn|hang|jump|overdos|drown)ing\b",
)
_GROWN = (
    r"(?:man|men|bloke|guy|fella|geezer|stranger|woman|adult|boyfriend|uncle|step ?dad|stepfather|dad|father"
    r"|mum|ex|driver"
    r"|someone|older (?:lad|boy|man|guy|bloke)|grown|\d\d ?-? ?(?:year|yr)s? ?-? ?old|in his (?:twenties"
    r"|thirties|forties|fifties"
    r"|20s|30s|40s|50s))"
)
_YOUNG = (
    r"(?:pupils?|students?|child(?:ren)?|kids?|girls?|boys?|lads?|daughter|son|little ones?|toddler|nursery"
    r"|reception|infants?"
    r"|y(?:ea)?r? ?(?:1[0-3]|[1-9])s?|year \w+|her|she|him|them|(?:[3-9]|1[0-7]) ?-? ?(?:years?|yrs?) ?-? ?olds?"
    r"|(?:[3-9]|1[0-7]) ?yo)"
)
# A grown-up takes, meets or hurts a child.
TAKING = (
    rf"\b{_GROWN}\b.{{0,60}}\b(?:tak(?:e|es|en|ing)|took|grab\w*|drag\w*|lur\w+|entic\w+|follow\w*|snatch\w*"
    rf"|pull\w*|tr(?:y|ies|ying|ied)"
    rf"|go (?:with|off)|get(?:ting)? (?:in|into)|pick\w* (?:her|him|them) up|wait\w* for|meet\w*"
    rf"|offer\w*)\b.{{0,40}}\b{_YOUNG}\b",
    rf"\b{_YOUNG}\b.{{0,50}}\b(?:meet(?:s|ing)?|going (?:to meet|off with|with)|gone (?:off )?(?:with|to meet)"
    rf"|get(?:s|ting)? (?:in|into)"
    rf"|got (?:in|into)|left with|driven off|picked up by|taken by|run(?:ning)? off with|sneak\w* out)\b.{{0,50}}"
    rf"\b(?:{_GROWN}|him|car|van|online|internet|snap\w*|insta\w*|roblox|discord|he met|she met|they met)\b",
    r"\b(?:uncle|step ?dad|stepfather|dad|father|mum|brother|cousin|boyfriend|he|grandad|coach|neighbour"
    r"|man)\b.{0,60}"
    r"\b(?:do it|do that|does it|doing it|hurt\w*|touch\w*(?= (?:\w+ )?(?:her|him|them|the (?:girls?|boys?|kids?"
    r"|child\w*)))|hit\w*|beat\w*|abus\w*|rap(?:e|es|ed|ing)|belt\w*"
    r"|lock\w*|force\w*)\b"
    r".{0,30}\b(?:her|him|them|me|again)\b.{0,60}",
    r"\b(?:being|was|been|getting|just|got) (?:\w+ ){0,2}(?:raped|molested|sexually|groomed|trafficked|abused"
    r"|kidnapped|abducted|snatched)\b",
)
# Pictures of children that must be dealt with at once.
PICTURES = (
    rf"\b(?:nudes?|naked|nudey|nothing on|no clothes|undress\w*|topless|underwear|indecent|explicit|sexual"
    rf"|porn\w*|dick pics?"
    rf"|intimate|bare)\b.{{0,60}}\b{_YOUNG}\b|\b{_YOUNG}\b.{{0,60}}\b(?:nudes?|naked|nudey|nothing on"
    rf"|no clothes|topless"
    rf"|in (?:her|his|their) (?:underwear|pants|bra)|indecent|sexual (?:pic|photo|image|video)\w*|porn\w*)\b",
    r"\b(?:nudes?|naked (?:pics?|pictures?|photos?|videos?|selfies?)|dick pics?)\b.{0,40}\b(?:going (?:round"
    r"|around)|being"
    r"|passed|circulat\w+|spread\w*|shar\w+|leak\w+|all over|sent|sending|everyone)\b",
    r"\b(?:pics?|pictures?|photos?|images?|videos?|stuff|folder)\b.{0,40}\b(?:little (?:kids|girls|boys)"
    r"|young (?:kids|girls|boys)"
    r"|(?:kids|children|pupils) (?:with|in|without|naked|getting))\b.{0,40}",
)
# A cry for help with a person in it, or an alarm.
CRY = (
    r"^(?:please )?(?:help|hurry|quick|urgent|sos)\b(?! (?:me )?(?:with|find|understand|sign|please$|page|menu"
    r"|$))\W*.{12,}",
    r"\b(?:please hurry|need help (?:now|fast|quick\w*|asap|urgently)|someone (?:come|help) (?:now|quick"
    r"|please)|send (?:someone|help"
    r"|police|an ambulance)|(?:call|ring|phone|get|need|dial)(?:ed|ing)? (?:me |us |for )?(?:the "
    r"|an? )?(?:police|999|ambulance"
    r"|paramedics?|fire brigade|armed))\b",
    r"\b(?:smell|smells) (?:of )?(?:gas|burning|smoke)\b|\b(?:smoke|flames) (?:coming|pouring|everywhere|in"
    r"|from|out)\b"
    r"|\bon fire\b|\b(?:is|are|'s|all|went up) (?:ablaze|alight|in flames)\b|\b(?:set|sets|setting) (?:light"
    r"|fire) to\b|\b(?:ceiling|roof|wall) (?:\w+ ){0,2}(?:collapsed|coming down|caved|falling)\b",
)
# A child who is not where a child should be.
GONE = (
    rf"\b(?:can'?t|cant|cannot|couldn'?t|not|unable to) (?:be )?(?:find|found|locate|see|seen"
    rf"|account\w*)\b.{{0,30}}\b{_YOUNG}\b",
    rf"\b{_YOUNG}\b.{{0,40}}\b(?:(?:is|has|are|have|'s|gone|still|been|went|reported) (?:gone |been )?missing"
    rf"|vanished|disappeared|unaccounted"
    rf"|(?:ran|run|legged it|bolted|climbed|walked|got) (?:off|out|away|over)|not (?:come|got|been seen|arrived"
    rf"|turned up|at home))\b",
    rf"\b(?:missing|lost)\b.{{0,20}}\b{_YOUNG}\b.{{0,40}}|\b{_YOUNG}\b.{{0,20}}\b(?:was|been|got"
    rf"|is) left (?:behind )?(?:at|on) the\b",
)
