"""A new private code for a report whose old one others may have seen: shown first, in force once it is written down."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.asking import Chance, Replies, Reply
from bot.card import Button, Card, Say, Secret
from bot.codes import in_fours
from bot.conversation import Conversation, Conversations
from reports.people import PersonId
from reports.reporter import Reporter

ASK = Button("Get a new code", "renew")
WRITTEN = Button("I've written it down", "renewed", grave=True)
WRITE_IT_DOWN = "Write it down where only you look. When you press the button, your old code stops working for good."
DONE = Say("Your new code works from now on. The old one opens nothing any more.")


@dataclass(frozen=True)
class NewCode:
    talks: Conversations
    chance: Chance

    def show(self, talk: Conversation, who: PersonId, back: Button) -> Replies:
        """The same one however often it is asked for, so that nobody holds two and wonders which."""
        new = talk.about or self.chance.code()
        self.talks.save(who, replace(talk, about=new))
        says = (Secret("Your new private code", in_fours(new)), Say(WRITE_IT_DOWN))
        return (Reply(Card("A new private code", says, buttons=(WRITTEN, back)), True),)

    def take(self, talk: Conversation, reporter: Reporter, who: PersonId) -> Reporter | None:
        """From now on only the new one opens it; None where none was shown, or it is in force already."""
        if not talk.about:
            return None
        renewed = reporter.renew(talk.about)
        self.talks.save(who, replace(talk, code=renewed.code, about=""))
        return renewed
