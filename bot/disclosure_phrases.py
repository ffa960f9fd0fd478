"""The plain phrases by which somebody tells of harm, of a slip of their own, or of what another did."""

from __future__ import annotations

from collections.abc import Sequence

HARM: Sequence[str] = (
    r"\b(?:bul+(?:y|ied|ies|ying)|beign bul\w+|harr?ass?\w*|victimis\w*|humiliat\w+|intimidat\w+|belittl\w+"
    r"|undermin\w+|discriminat\w+"
    r"|abus(?:e|ed|ive|ing)|threaten\w*|stalk\w*|blackmail\w*|troll(?:ed|ing)|picked on|picking on|ganging up"
    r"|singled out)\b",
    r"\b(?:insult|mock|slag|rip|laugh|shout|scream|swear|swor[en]|swears|curs|bad[ -]?mouth|bitch|gossip"
    r"|imitat|tak(?:ing|es?) the (?:mick|mickey|piss)|mak(?:e|es|ing) (?:fun|jokes|comments|a fool)|having a go"
    r"|has a go|had a go"
    r"|on at (?:me|us)|spread\w*|comment\w* on my)\w*\b"
    r"|\bcall(?:ed|s|ing) (?:me|him|her|us|them|pupils|kids|people|the|our)\b|\btagg(?:ed|ing)\b",
    r"\b(?:nasty|racist|sexist|homophobic|transphobic|offensive|vile|horrible|hateful|inappropriate|lewd|explicit"
    r"|creepy|sexual|rude|cruel"
    r"|unkind|abusive|disgusting|crude|pervy|derogatory)\b.{0,25}\b(?:message|name|comment|joke|remark|post|stuff"
    r"|picture|pic|video|email|text"
    r"|thing|word|language|image|content|note|meme|gesture|review|letter|rumour|nickname|song|drawing|graffiti)s?\b",
    r"\b(?:touch(?:ed|es|ing)|grab(?:bed|s|bing)|grope\w*|put (?:his|her|their) (?:arm|hand)s?|pinch\w*|shov\w+"
    r"|push(?:ed|es|ing)|hit|slapp\w+"
    r"|kick\w+|brush\w+ (?:up )?against)\b",
    r"\b(?:fake|hate|spoof|parody) (?:\w+ )?(?:account|profile|page|insta\w*|facebook|tiktok|twitter"
    r"|snapchat)\b|\baccount (?:in|with|using) my name\b"
    r"|\bset up an? (?:account|page|group)\b"
    r"|\b(?:post|postin|posting|posted|posts|shar(?:e|ed|es|ing)|upload\w*|forward\w*|made|writ(?:es?|ing|ten)"
    r"|wrote)\b.{0,50}\b(?:me|my|mine|us"
    r"|our|lies|him|her|them|teacher|colleague|staff|head)\b",
    r"\bwon'?t (?:stop|leave me alone)\b|\bwont (?:stop|leave me)\b|\bkeeps? (?:\w+ ){0,2}(?:messag|send|post|follow"
    r"|ask|call|touch|com|star|tex|ring|exclud|mock)\w*",
    r"\b(?:steal|stole|stealing|fiddl(?:es|ed|ing)|fraud|covering up|cover-?up|drunk|drinking|on drugs"
    r"|reads? other people|watch(?:es|ing)"
    r" (?:porn|inappropriate)|neglect\w*|bruis\w*|hungry every|left (?:me|us) out|exclud\w+ me|roll\w+ (?:her|his"
    r"|their) eyes|upset(?:ting)? me)\b",
    r"\b(?:spat|spits?|spitting|threw \w+|throws \w+) (?:at|on) (?:me|him|her|us|them|my|a|the)\b"
    r"|\brumou?rs? (?:\w+ )?(?:about|going|that)\b|\bi(?:'?m| am) (?:being|getting|always|constantly|regularly) \w+"
    r"|\bmarks? on (?:his|her|their|the)\b",
    r"\b(?:don'?t|dont|do not|didn'?t) feel (?:safe|comfortable)\b|\bfe(?:el|els|lt) (?:sick|unsafe|harassed|bullied"
    r"|uncomfortable|awful|threatened"
    r"|violated)|\b(?:been|being|getting|got) (?:excluded|left out|ignored|frozen out|singled out|targeted|called names"
    r"|overlooked|ostracised|shouted at|pushed out|undermined|sidelined)\b|\bi(?:'m| am) (?:scared|frightened|afraid"
    r"|dread\w*|desperate|struggling|at my wits)|\bi froze\b"
    r"|\bdread (?:coming|going)"
    r"|\btold me (?:her|his|their|that|s?he|about)\b|\bsaid something worr|\b(?:i've|i have|been) (?:been |getting "
    r"|having )*(?:getting|called) \w+",
)
# What is harmless or not, depending: whoever asks whether it is allowed wants the rule, and whoever only tells, help.
CONTACT: Sequence[str] = (
    r"\b(?:messag\w+|texting|text(?:s|ed)|sending|sends|sent|dm\w*|snapchatting|following|follows|adding|added"
    r"|contacting|chatting to|filming|films"
    r"|filmed|photograph\w*|took (?:photos|pictures|videos?)|taking (?:photos|pictures)|dating|seeing"
    r"|in a relationship with|flirt\w*|gave|giving"
    r"|showed|shows|showing)\b.{0,50}\b(?:pupils?|students?|child(?:ren)?|kids?|girls?|boys?|year \d+|class"
    r"|sixth former|me)\b",
)
# The asker's own slip.
SLIP: Sequence[str] = (
    r"\b(?:by accident|accident\w*|by mistake|mistakenly|without (?:thinking|meaning|realising)|shouldn'?t have"
    r"|wasn'?t supposed to|before i knew"
    r"|didn'?t (?:mean|realise|know))\b",
    r"(?:\bi(?:'ve| have)?|^) ?(?:just )?(?:lost|left|posted|clicked|opened|accepted|sent|shared|emailed|liked"
    r"|uploaded"
    r"|downloaded|added|given|gave|told)\b"
    r".{0,80}\b(?:wrong|pupil|student|child|school|data|laptop|memory stick|usb|folder|link|list|names|confidential"
    r"|bus|train|comment|about|parent)\b",
    r"\bi(?: think i|'m sure i)?(?:'ve|'d| have| had|ve)? (?:\w+ )?(?:broken|breached|broke|gone against|overstepped"
    r"|not followed"
    r"|posted|ignored)\b.{0,60}\b(?:polic\w+|rules?|code|line|mark|consent|permission|class|pupils?)\b",
    r"\b(?:stolen|got nicked|been hacked|data breach|went missing)\b.{0,30}|\blaptop .{0,40}stolen",
)
ALLOWED = (
    r"\b(?:can|may|could|should|shall|do|am|is|are|must|would) (?:i|we|it|that|this|he|she|they|approval|permission"
    r"|you)\b.{0,60}"
    r"\b(?:accept|allowed|ok|okay|answer|reply|follow|need(?:ed)?|post|use|add|fine|alright|wrong|right|permitted"
    r"|keep|ignore|block)\b"
    r"|\bwhat (?:do|should|shall) (?:i|we) do\b|\bany problem\b|\bpolicy say\b|\bhow should\b"
)
# Somebody is spoken of: without, it is only a list of words to search for.
SOMEBODY = (
    r"\b(?:i|i'm|im|ah'm|ma|i've|ive|i'd|me|my|he|he's|she|she's|they|they're|them|him|her|we|us|our|someone"
    r"|somebody|smeone|people|a|an|one of"
    r"|the|mr|mrs|miss|ms|some|there's|parents|pupils|kids|students|who)\b|^been\b"
)
# A person who does something, or the asker who did: told, and not asked, it is for someone's ears.
PERSON = (
    r"^(?:\w+ )?(?:boys|girls|lads|pupils|nobody|no one|everyone|everybody|(?:\w+ )?supervisor|receptionist|librarian"
    r"|colleague|teacher|ta|head|deputy|caretaker|governor|volunteer|mentor|coach|manager)(?:'?s)?\b|"
    r"\b(?:mr|mrs|miss|ms|dr)\.? [a-z]+\b|\b(?:he|she|they|he's|she's|they're|they've|he'?ll|someone|somebody"
    r"|people|parents|pupils|kids|students)\b"
    r"|\b(?:a|an|my|our|the|one of|some|two|another"
    r"|this|that|mr|mrs|miss|ms|dr|student|supply|new)\b.{0,30}\b(?:teachers?|tas?|heads?|deputy|managers?|leaders?"
    r"|lead|colleagues?|mentor|boss|staff|bursar"
    r"|caretaker|governor'?s?|chair|parents?|mums?|dads?|pupils?|students?|child|kids?|girls?|boys?|lads?|volunteer"
    r"|contractor|technician|secretary|friend"
    r"|man|woman|ex|senco|cook|cleaner|trainee|partner|neighbour)\b"
)
ACTS = (
    r"\b(?:is|are|was|were|has|have|had|keeps?|kept|told|tells|says?|said|made|makes|put|puts|sent|sends|saw|got"
    r"|took|takes|gave|wrote|left|shows?|does|came|comes|calls?|goes|went|tweets?|posts?|texts?|talks?|jokes?|uses"
    r"|tracks|monitors|treats|blames|ignores|refuses|lets|leaves|acts|behaves|stares|picks|fell|slept|leaks|hates"
    r"|won'?t|will sit"
    r"|smel(?:ls?|t)|stank|reek(?:s|ed)|drinks?|hits?|ran|runs|broke|broken"
    r"|stole|lied|lies|hid|bit|threw|swore|spoke|speaks|knows|thinks|wants|gets|reads?|watch(?:es)?"
    r"|\w{3,}(?:ed|ing))\b|\w's (?:\w+ )?(?:been|\w+ing|always|never)\b|'(?:ve|re)\b"
)
OWN_ACT = (
    r"\bi(?:'ve| have)? (?:just |also |once |really )*(?:regret|saw|seen|heard|found|noticed|witnessed|overheard"
    r"|caught|replied|posted|said|did|made|wrote|feel|felt"
    r"|know (?:who|that) (?:has|is|did|was|my|a|the|one)|think (?:my|a|the|one|someone|somebody|something|money|there"
    r"|he|she|they)|suspect|reckon)\b"
)
