"""Other spellings of one word, so that a policy and a question meet: "e-mail" and "email", "children" and "child"."""

from __future__ import annotations

from collections.abc import Mapping

# Two words (or a hyphen between them) that are also written as one.
JOINED: Mapping[tuple[str, str], str] = {
    tuple(line.split()): line.replace(" ", "")  # type: ignore[misc]  # every line holds two words
    for line in """
e mail
e mails
e mailed
e mailing
on line
off line
e safety
wi fi
cyber bully
cyber bullying
cyber bullied
cyber bullies
head teacher
head teachers
head master
head mistress
web site
web sites
web page
web pages
face book
you tube
whats app
tik tok
insta gram
screen shot
screen shots
non teaching
co ordinator
co ordinate
co operate
co operation
co worker
co workers
file sharing
smart phone
smart phones
smart watch
lap top
pass word
pass words
time table
class room
class rooms
over time
well being
play ground
chat gpt
safe guarding
drop box
down load
up load
life style
work place
home work
e cigarette
e cigarettes
""".strip().splitlines()
}

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
leave:leaves
photo:foto fotos photos
photograph:photographs photographed
what:wat wot wht
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
""".strip().splitlines()
    )
    for form in forms.split()
}
