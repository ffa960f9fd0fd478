"""The words that carry no matter of their own: dropped from a question, and from between the two words of a phrase."""

from __future__ import annotations

# Words of duty are kept apart: no question is about "must", but "not permitted" is not "permitted".
DUTY = frozenset(
    "must mustn't not never no nor may might shall should shouldn't cannot can't cant only unless without".split()
)

STOP = frozenset(
    """
    a an the of to in on at by for from with as and or but if then than that this these those it its it's is are was
    were be been being am i i'm im i've ive i'd i'll me my mine myself we we're we've we'll our ours us you your
    yours yourself he he's she she's his her him hers they they're they've them theirs their do does did doing done
    don't dont doesn't doesnt didn't didnt have has had having haven't haven hasn't can could couldn't would
    wouldn't will won't isn't isnt aren't arent wasn't weren't so such just there there's here what what's whats
    when when's where where's who who's whos whom whose which why how how's hows any some all about into over up
    down out again too very also even still yet because while until like get got getting go going goes went let
    let's please pls hi hello hey thanks thank ok okay u ur r plz really actually basically bit lot sort kind thing
    things stuff something anything everything nothing else other another one ones much many more most same now well
    oh um erm yeah hiya quick question wondering wonder asking ask way per via etc eg ie were upon himself herself
    themselves it'd that's thats i'd you're youre want wants wanted need needs needed know knows gonna wanna gotta
    dunno bloody sure think thinking thought say says said see seem seems mean means make makes made put puts take
    takes today yesterday tomorrow last next every back come comes came since before after during between both each
    few maybe probably ever always already supposed meant gets suppose whether though although however within onto
    around along across through against under above below us abit alot aswell tho whatever whoever anyway hadn't we've
    you've they've wanting needing coming making putting taking saying thinking
    innit tbh btw idk rn gunna tryna kinda sorta owt nowt summat
    """.split()
)

# The frame of a question, not its matter: "is a member of staff allowed under the rules". They count for little.
FRAME = frozenset(
    """
    allowed allow permitted permit permissible acceptable fine alright rule rules policy policies guidance guidelines
    school schools staff member members employee happen happens happened expect expected position stance section clause
    state official formally regarding concerning relation apply applies somebody someone person people work working
    job case situation matter wrong right answer anyone anybody everyone nobody noone book handbook teacher document
    question
    """.split()
)

# They say when, and policies seldom speak of one day or month.
CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays tues weds thurs january february march april june july august september october november december sept
    """.split()
)
