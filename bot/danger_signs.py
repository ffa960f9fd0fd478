"""Signs of danger that say little alone and much together: each family counts once, and their points are added."""

from __future__ import annotations

from collections.abc import Sequence

ENOUGH = 2.0  # points from which a message is met as an emergency

_PLACE = (
    r"\b(?:on site|in (?:the|my|our) (?:building|school|class\w*|room|corridors?|office|hall|toilets?|loos?"
    r"|playground|car park"
    r"|reception|nursery|staffroom|gym|library|canteen|cupboard|field|lab|block|yard|grounds|kitchen)"
    r"|at (?:the )?(?:gates?"
    r"|doors?|fence|reception|window|front|back|school|entrance)|by (?:the )?(?:gates?|fence|bins|doors?)"
    r"|on the (?:playground"
    r"|field|roof|stairs|yard|bus|coach|trip|gates?)|outside|here|in (?:pe|assembly|maths|science|reception"
    r"|y\w*\d+)|back on"
    r"|behind the (?:gym|bins|block|bike sheds?|hall)|up the (?:stairs|road)|on the nursery)\b"
)
_NOW = (
    r"\b(?:now|right now|just|still|tonight|today|currently|this (?:minute|second|morning|afternoon)|at (?:\d+"
    r"|home ?time)"
    r"|on (?:his|her|their) way|(?:is|are|'s|'re|he's|hes|she's|shes|theyre|they're|its|it's|im|i'm"
    r"|am)(?: \w+){0,2} \w{2,}ing?"
    r"|won'?t (?:stop|come|let|leave|open|wake|move)|coming (?:to|for)|after school|tomorrow|on (?:mon|tues"
    r"|wednes|thurs|fri)day)\b"
)
# Where, when and who: they say nothing of danger alone.
CONTEXT: Sequence[tuple[str, float]] = (
    (_PLACE, 1),
    (_NOW, 1),
    (
        r"\b(?:man|men|bloke|guy|fella|stranger|nobody knows|we don'?t know|unknown|ex|husband|stepdad|step dad"
        r"|stepfather|uncle"
        r"|daddy|dad|boyfriend|gang|drunk|drugged|high|mask\w*|balaclava|dog|older|grown|who is (?:[2-6]\d)"
        r"|he'?s [2-6]\d)\b",
        0.5,
    ),
    (
        r"\b(?:pupils?|students?|child(?:ren)?|kids?|girls?|boys?|lads?|little|toddler|twins|ours|nursery"
        r"|reception|y(?:ea)?r? ?\d+s?"
        r"|sixth former|daughter|son|baby|teen\w*|aged? \d+|\d+ ?yrs?)\b",
        0.5,
    ),
    (
        r"\b(?:wife|me|my class|ta|teacher|colleague|us|miss|mrs|mr|head|staff|herself|himself|myself"
        r"|themselves)\b",
        0.5,
    ),
)
# What is told, and its points.
SIGNS: Sequence[tuple[str, float]] = (
    (
        r"\b(?:headlock|stalk(?:s|ed|ing|er|ers)|passed (?:round|around)|sleeping with (?:a|an|one|mr|mrs|miss|his"
        r"|her)\b"
        r"|hands? (?:down|up|in|inside|under) (?:her|his|their|a (?:\w+ )?\w+'?s) (?:top|pants|skirt|knickers"
        r"|trousers|shirt|bra|dress))",
        2,
    ),
    (
        r"\b(?:track(?:s|ing) (?:my|her|his)|asking for me|left (?:him|her) and (?:he|she)|split lip|(?:walk|lead"
        r"|mak)\w* off with"
        r"|(?:is|are|'s) after me)\b",
        1.5,
    ),
    (
        r"\b(?:knif\w*|knive\w*|nife|blade|machete|gun|bb gun|weap\w+|wepon|axe|hammer|bat|pole|crowbar|petrol"
        r"|acid|scissors"
        r"|screwdriver|razor|bomb|explosiv\w*|package|device|wires|lighter|matches|firework\w*|brick|bottle"
        r"|needle|syringe)\b",
        1.5,
    ),
    (
        r"\b(?:kill\w*|stab\w*|shoot\w*|shot|murder\w*|rap(?:e|ed|ing)|strang\w+l\w*|throttl\w*|chok\w*"
        r"|slash\w*|batter(?:s|ed|ing)?"
        r"|torch\w*|attack\w*|assault\w*|kidnap\w*|abduct\w*|molest\w*|traffick\w*|bash\w*|lynch\w*|drown\w*"
        r"|hang(?:ed|ing)?"
        r"|jump(?:ing)?|burn\w*)\b",
        2,
    ),
    (
        r"\b(?:hit\w*|punch\w*|kick\w*|beat\w*|slap\w*|thump\w*|drag\w*|grab\w*|bit(?:e|es|ing|ten)|bang\w*"
        r"|smash\w*|throw\w*"
        r"|threw|fight\w*|hurt\w*|headbutt\w*|corner\w*|threat\w*|plough\w*|ramm\w*|crash\w*|lash\w*|charg(?:ed"
        r"|ing)|swing\w*"
        r"|bruis\w*|spit\w*|snatch\w*|pull(?:ed|ing)|force\w*|forcing|scream\w*|squar\w+ up|barg\w+|rampag\w*"
        r"|flash(?:ed"
        r"|ing)|expos\w+)\b",
        1,
    ),
    (
        r"\b(?:blood\w*|bleed\w*|unconsc\w*|unconc\w*|unrespons\w*|collaps\w*|faint\w*|breath\w*|seizure"
        r"|fitting|convuls\w*"
        r"|swell\w*|swollen|blue|allerg\w*|anaphyl\w*|overdos\w*|pills?|tablets|paracetamol|bleach|poison\w*"
        r"|wrists?|throat"
        r"|cardiac|heart|pass(?:ed|ing) out|out cold|head injury|broken neck|burnt|scald\w*|electroc\w*"
        r"|ambulance|dying|dead)\b",
        1.5,
    ),
    (
        r"\b(?:cornered|trapped|hiding|hidden|hide|locked (?:in|myself|himself|herself|us)|won'?t let (?:me|us"
        r"|her|him|them) (?:out"
        r"|go|leave)|can'?t get (?:out|away|them out)|scared|terrified|frightened|help(?! (?:him|her|them|out|with"
        r"|the|a|my|us (?:with|find))\b)|hurry|quick|urgent\w*"
        r"|police|emergency"
        r"|danger\w*|panic\w*|screaming|crying|begging|shaking|barricad\w*|suspicious|out of control|loose"
        r"|wandering|intrud\w*"
        r"|broke\w* in)\b",
        1.5,
    ),
    (
        r"\b(?:in(?:to)? (?:a|the|his|her|some|their) (?:\w+ )?(?:car(?! park)|van|taxi|truck|lorry|house|flat|hotel)"
        r"|driven off|drove off"
        r"|gone off|ran off|run off|took (?:her|him|them)|taken (?:her|him|them)|pick\w* (?:her|him|them"
        r"|me)?\s?up|collect (?:her|him|them)"
        r"|meet\w*|lur\w+|follow(?:s|ing|ed) (?:me|her|him|them|us|one|a)|wait(?:s|ing)?|found out where"
        r"|knows where|coming (?:to|for)|going home (?:to|with)|fly\w* (?:\w+ )?out"
        r"|go(?:es|ing)? (?:off )?with (?:him|her|them|a))\b",
        1.5,
    ),
    (
        r"\b(?:gang\w*|forced|grooming|groomed|exploit\w*|to be married|marri(?:ed off|age abroad)"
        r"|forced marriage|carry(?:ing)? drugs|dealers?|county lines|sex\w*|nudes?|naked"
        r"|nothing on|no clothes|private parts|down there|abus\w*|burnt|beaten|belt\w*|starv\w*"
        r"|cigarettes? burn\w*|incest"
        r"|his bed|her bed|(?:her|his) room at night|fgm|cut (?:her|him|herself|himself))\b",
        1.5,
    ),
    (
        r"\b(?:(?:is|has|'s|are|been|gone|went|still) (?:gone|missing)|gone missing|missing|vanish\w*"
        r"|disappear\w*|one short|short one|(?:don'?t|nobody|noone|no one) knows? where|nowhere|unaccounted"
        r"|hasn'?t (?:come|arrived|been)|can'?t (?:find|see|locate)|lost (?:one of|two of|him|her|them|(?:a|an"
        r"|my|our) (?:child|kid|pupil|student|boy|girl|little))|never (?:came|arrived|got)"
        r"|not (?:in|at) (?:her|his|their|the) (?:class|room|bed|home))\b",
        2,
    ),
    (  # each of these is hardly ever said of anything harmless
        r"\b(?:mask(?:ed|s)|armed|balaclava\w*|gun ?fire|gunshots?|shots? (?:fired|rang)|explo(?:ded|sion|ding)"
        r"|hostage|screams"
        r"|(?:hours?|days?|minutes?) (?:left )?to live|wants? (?:me|her|him|us|them) dead|dead by|planted|timer"
        r"|ticking|evacuat(?:e|ing)"
        r"|gas|fumes|choking|coughing|eyes (?:are )?(?:streaming|burning)|vomiting blood|chest (?:hurts|pains?)"
        r"|(?:kind|sort|some) of (?:a )?(?:fit|attack|seizure|turn)"
        r"|having (?:a |an )?(?:\w+ )?(?:fit|attack|seizure|stroke|episode|heart attack|reaction|breakdown)"
        r"|allergic|stung|overdose"
        r"|(?:lying|laid|slumped|face down|crumpled) (?:\w+ ){0,3}(?:on|in|at)|won'?t (?:get|wake) up"
        r"|heard (?:a )?(?:bang|shots?|screams?))\b",
        2,
    ),
    (
        r"\b(?:bridge|motorway|railway|tracks|train line|ledge|cliff|roof|window ?sill|wrong side|high up|river"
        r"|canal|quarry|scaffold\w*"
        r"|in the road|traffic|balcony)\b",
        1.5,
    ),
    (
        r"\b(?:drunk|drank|drinking|swallow\w*|eaten|ate|sniff\w*|inhal\w*|necked|taken|took"
        r"|given)\b.{0,25}\b(?:clean\w*|fluid|bleach"
        r"|batter(?:y|ies)|magnets?|pills?|tablets|chemical\w*|acid|glue|gas|paint|polish|detergent|antifreeze"
        r"|berries|edibles?|spice"
        r"|something|mushrooms?|vodka|drugs|medication|meds)\b",
        2,
    ),
    (
        r"\b(?:film\w*|watch\w*|photograph\w*|record\w*|peep\w*|spy\w*|tak\w+ (?:photos?|pictures?|pics"
        r"|videos?)|camera|phone)\b.{0,40}"
        r"\b(?:chang(?:ed|ing)|toilets?|showers?|undress\w*|under (?:her|the|a|their) skirts?|up (?:her|the|a"
        r"|their) skirts?|cubicle|window)\b",
        2,
    ),
    (
        r"\b(?:touch\w*|kiss\w*|grop\w*|fondl\w*|feel\w* up|felt (?:her|him) up|rub\w*|strok\w*|undress\w*"
        r"|expos\w*|mak\w* (?:her|him|them)"
        r" (?:touch|watch|do))\b.{0,40}\b(?:pupils?|child|kids?|girls?|boys?|her|him|year|private|thigh|bottom"
        r"|breast\w*|chest|inappropriate\w*"
        r"|by (?:a|an|the|her|his|one|mr))\b",
        1,
    ),
    (
        r"\b(?:wants? more|send (?:me )?more|or (?:he|she|they)(?:'ll)? (?:posts?|shares?|sends?|tells?|leaks?)"
        r"|will (?:post|share|leak|send)"
        r"|threaten\w* to (?:post|share|leak|send)|blackmail\w*|sextort\w*|demand\w*|ransom)\b",
        1.5,
    ),
    (
        r"\b(?:try\w*|tried|trying) (?:to )?(?:\w+ )?(?:get|break|climb|force|push|barge|come) (?:\w+ )?(?:in"
        r"|into|over|through|past|to)\b"
        r"|\b(?:climb\w*|jump\w*|hopp\w*|scal\w*) (?:over )?(?:the )?(?:fence|gates?|wall|railings?)\b"
        r"|\brefus\w* to (?:leave|go|move|come down)\b",
        1.5,
    ),
    (
        r"\b(?:sob\w*|hysterical\w*|despair\w*|hopeless|worthless|burden|can'?t (?:see|take|go|do|carry|cope)"
        r"|cannot (?:go|cope)|give up"
        r"|reason to|no future|end it|stop forever|disappear|not be around|goodbye|sorry for everything"
        r"|had enough of life)\b",
        1,
    ),
)
