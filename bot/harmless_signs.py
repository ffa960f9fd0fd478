"""Signs that speak against danger here and now: a question of rules, a thing of the past, words written online."""

from __future__ import annotations

from collections.abc import Sequence

# What is told, and the points that it takes from those of danger.
AGAINST: Sequence[tuple[str, float]] = (
    (r"\?\s*$", 1),
    (r"^\W*help(?: me)?\W*$", 3),
    (
        r"\b(?:(?:can|could|may|should|shall|must) (?:i|we|they|he|she|staff|you)|am i (?:allowed|ok|meant"
        r"|right)|do (?:i|we|they) (?:just"
        r"|have|need|get)|what if|is (?:it|there) (?:a|an|ok|okay|alright|allowed|any)|does (?:the|this|it)"
        r"|who (?:decides|tells|do i))\b",
        1.5,
    ),
    (
        r"\b(?:bull(?:y|ied|ies|ying)|harass\w*|swor[en]|swear\w*|abuse off|pictures of me|chatting"
        r"|blow the whistle|confided|complain\w*|neglected|noticed|i think (?:a|my|the))\b",
        1,
    ),
    (
        r"\b(?:polic(?:y|ies)|rules?|procedure|guidance|allowed|permission|form|section|training|drill"
        r"|appraisal|leave form|day off"
        r"|time off|pay|paid|lanyard|declaration|clause|code of conduct)\b",
        1.5,
    ),
    (
        r"\b(?:facebook|tweet\w*|twitter|posted|comments?|memes?|jokes?|joking|gossip\w*|rumou?rs?|emails?"
        r"|linkedin|tiktok|instagram"
        r"|insta|whatsapp|profile|photo of (?:me|us|staff)|account)\b",
        1,
    ),
    (
        r"\b(?:yesterday|last (?:week|month|term|year|night|summer)|ages ago|(?:weeks?|months?|years?"
        r"|days?) ago|for (?:weeks|months"
        r"|years)|always|every (?:day|week|lesson)|used to|the other day|often|sometimes|on (?:mon|tues|wednes"
        r"|thurs|fri)day"
        r" (?:he|she|they|a|the)|constantly|repeatedly)\b",
        1.5,
    ),
)
