"""The forms in which people type: questions, things supposed, things that have happened, and small talk."""

from __future__ import annotations

# A question starts so, whether or not it ends in a question mark. A greeting may stand before it.
GREETING = (
    r"^(?:(?:hi|hello|hey|hiya|yo|morning|afternoon|evening|good (?:morning|afternoon|evening)|sorry|excuse me|so"
    r"|and|but|ok|okay"
    r"|quick (?:one|question)|just wondering|wondering|please|pls|um+|erm*)(?: there| all| again| candour)?[ ,.!:-]+)+"
)
QUESTION = (
    r"^(?:(?:can(?!'?t\b| (?:smell|see|hear|feel|not)\b)|could|cud|may|am|are|r|is|do|does|did|what|what's|wot|when"
    r"|where|who|whom|whose|which|why|how"
    r"|should|shud|must"
    r"|would|will|if|has|have|was|were|any|shall|whats|whos|hows|wheres)\b|i(?:'d like| need| want"
    r"| would like) to know\b"
    r"|(?:pretend|imagine|recommend|suggest|act as|from now on|ignore your|forget (?:your|all)|write|list|draft"
    r"|translate|give me|find|summari[sz]e)\b(?! (?:a |an )?(?:private )?(?:report|complaint))"
    r"|tell me (?:about|what|how|who|if|whether)\b|explain\b|show me (?:the |what|where)(?!menu))"
)
SUPPOSED = (
    r"\b(?:if|in case|suppose|supposing|hypothetical\w*|when (?:a|an|someone|somebody|staff|you|we|evidence|one)"
    r"|would|should"
    r" (?:staff|anyone|a teacher|we ever)|were to|what happens (?:to|when|if|after))\b"
)
RULES = (
    r"\b(?:polic(?:y|ies)|rules?|guidance|guidelines?|procedures?|section|clause|code of conduct|regulations?"
    r"|protocol|counts? as"
    r"|considered|classed as|defin\w+|what (?:does|is) .{0,20}mean|difference between|an offence|illegal"
    r"|against the law|allowed|alowd"
    r"|permitted|(?:fire|lockdown|evacuation|emergency|practice) drills?|training|sanctions?|punishment)\b"
)
# Something has happened, or is happening, to somebody.
HAPPENED = (
    r"\b(?:(?<!or )just(?! (?:a|an|the|one|because|banter|in case|jok\w+|teasing|for)\b)|right now|at the moment|now"
    r"|has (?:got|just|been|brought|sent|shared|shown|told|gone|said)|he's"
    r"|she's|they're|(?<!if )there's"
    r"|(?<!if )there is|i've|we've|is (?:outside|here|threatening|going to|hitting|attacking)|sent me|told me|showed me"
    r"|said (?:he|she|they)"
    r"|says (?:he|she|they)|tonight|last (?:night|week|month|year)|yesterday|this (?:morning|afternoon)|for (?:weeks"
    r"|months|ages|years)"
    r"|got a (?:message|call|text|email))\b"
    r"|\b(?:can|could|will) (?:someone|somebody|some1|anyone|you|u) (?:please |pls )?(?:(?:ring|call|phone"
    r"|get) (?:999|(?:the )?police|an ambulance|help)|come (?:now|here|quick\w*|asap|to (?:my )?room)"
    r"|send (?:help|someone|the police|an ambulance))\b|^(?:someone|somebody|a (?:pupil|student|child|parent"
    r"|colleague|man|boy"
    r"|girl)) (?:has|is|just|sent|showed)\b"
)
WONDERS = (
    r"\b(?:asked|asks|asking|wants? to know|wondering|wonders?|need to know|like to know) (?:me )?(?:if|whether|what"
    r"|how|about|who|when|where)\b"
    r"|\bi(?:'m| am|'d| would|'ll| will)? (?:want|need|like|plan|hope|going|intend|wish|applying|due)\b"
)
# Smalltalk, and questions about the bot itself: every word is of these, and one of them is telling.
SMALL_WORDS = frozenset(
    """
    a again all and any are at been bit bot bye candour chat cheers christmas clever cool day did enjoy eve
    evening everyone excellent fab fantastic fast for friday funny glad god good goodbye goodnight great ha haha
    happy have having hello help helped helpful helping hey hi hiya holiday holidays hope hugs i i'm im in is it
    it's its job just kind laugh lol lots love lovely luck ma'am mate me merry monday morning much my nah new
    nice night no not ok okay pal perfect pleasure quick really right sir so sorry sound spot star stuff sunny
    super sweet ta take talk thank thanks thankyou that that's thats the then there this thx to today tomorrow
    top true tuesday ur useful very was weather week weekend welcome well were what wicked with wonderful wow x
    xx xxx year yeah yes you you're you've your
    """.split()
)
SMALL_TELLING = frozenset(
    """
    bye cheers christmas clever cool excellent fab fantastic funny glad good goodbye goodnight great ha haha
    happy hello helpful hey hi hiya hope love lovely luck merry nah nice night ok okay perfect sorry star super
    sweet ta thank thanks thankyou thx top useful welcome wicked wonderful wow yeah yes xx
    """.split()
)
HELP_WORDS = frozenset(
    """
    a about again am an and answer answers are ask asked asking be before begin bot button by can candour chat
    conversation delete deleted did do does done else end example examples exit explain features first for from
    function get give go have hear help here how i if in is it just keep kept know knowledge learn made made
    make many me mean messages mistake more my next of on out page person point press pressed purpose question
    questions real recorded remember reply robot save say screen see show some sort start started still stop
    store stored tell that the there thing things this to trust try tutorial type typed types understand undo up
    use used using want was what what's whats when where which who who's why will with work works write writing
    written wrong wrote you you're your restart report
    """.split()
)
HELP_TELLING = frozenset(
    """
    you you're your bot candour type typed button press pressed conversation undo tutorial robot exit restart
    chat screen examples this talking
    """.split()
)
