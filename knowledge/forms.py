"""Other spellings of one word, so that a policy and a question meet: "e-mail" and "email", "children" and "child"."""

from __future__ import annotations

from collections.abc import Mapping

# Two words (or a hyphen between them) that are also written as one.
JOINED: Mapping[tuple[str, str], str] = {
    tuple(both.split()): both.replace(" ", "").strip()  # type: ignore[misc]  # each is two words
    for both in """
e mail, e mails, e mailed, e mailing, on line, off line, e safety, wi fi, cyber bully, cyber bullying, cyber
bullied, cyber bullies, head teacher, head teachers, head master, head mistress, web site, web sites, web
page, web pages, face book, you tube, whats app, tik tok, insta gram, screen shot, screen shots, non teaching,
co ordinator, co ordinate, co operate, co operation, co worker, co workers, file sharing, smart phone, smart
phones, smart watch, lap top, pass word, pass words, time table, class room, class rooms, over time, well
being, play ground, chat gpt, safe guarding, drop box, down load, up load, life style, work place, home work,
e cigarette, e cigarettes, a bit
""".replace("\n", " ").split(",")
}

# Typed without their apostrophe. None that is a word of its own then: "we'll", "he'd", "it's".
_CONTRACTED = """
won't can't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't couldn't wouldn't shouldn't
mustn't he's she's they're i'm i've you're we've you've they've there's that's what's who's where's when's
how's
""".split()

# Irregular forms that no stemmer knows, and how people type in a hurry.
SAME: Mapping[str, str] = {
    form: word
    for word, forms in (
        line.split(":")
        for line in """
child:children
kid:kids
tell:told
send:sent
write:wrote written writing
see:saw seen
catch:caught
lose:lost losing
give:gave given
find:found
keep:kept
speak:spoke spoken
break:broke broken
swear:swore sworn
sell:sold
buy:bought
steal:stole stolen
teach:taught
choose:chose chosen
wear:wore worn
fall:fell fallen
bring:brought
lie:lied lying
man:men
woman:women
wife:wives
pay:paid
hold:held
hurt:hurting
drive:drove driven
ride:rode ridden
eat:ate eaten
drink:drank
run:ran
fly:flew flown
throw:threw thrown
blow:blew blown
grow:grew grown
know:knew known
bite:bit bitten
hide:hid hidden
feel:felt
fight:fought
forget:forgot forgotten
ring:rang rung
shoot:shot
sleep:slept
spend:spent
stick:stuck
wake:woke woken
win:won
build:built
lend:lent
meet:met
hear:heard
understand:understood
burn:burnt
spill:spilt
spell:spelt
learn:learnt
smell:smelt
spit:spat
swim:swam swum
begin:began begun
sit:sat
stand:stood
lead:led
leave:leaves
photo:foto fotos photos
photograph:photographs photographed
what:wat wot wht
when:wen whn
should:shud shld
would:wud wld
could:cud cld
the:teh hte
they:tehy thye
and:adn
which:wich whcih
my:mi
with:wiv wth
does:dose duz
allowed:alowed alowd aloud
their:thier
about:abuot abt
know:kno
your:ur
you:u
please:plz pls
someone:sum1 some1
people:ppl
message:msg msgs
text:txt txts
through:thru
without:w/o
phone:fone fones
because:becuase coz cuz cos
password:pw pwd
whatsapp:wattsap wattsapp whatsap watsap watsapp
picture:pix
school:skool skl
governor:gov govs
tomorrow:tmrw
teacher:techer
headteacher:ht hteacher
biennial:biennially
organisation:organization organizations
organise:organize organized
authorise:authorize authorized
unauthorise:unauthorized unauthorised
behaviour:behavior behaviors
programme:program programs
licence:license licensed licensing licences
practice:practise practising
centre:center
defence:defense
enrol:enroll enrolled
judgement:judgment
nobody:nobodys
someone:someones
somebody:somebodys
everyone:everyones
until:till til
do:d'you
aren't:aint
""".strip().splitlines()
    )
    for form in forms.split()
} | {word.replace("'", ""): word for word in _CONTRACTED}
