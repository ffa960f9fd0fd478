"""Makes one version of a policy of the paragraphs of its file."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import clauses, metadata
from knowledge.lines import lines
from knowledge.pages import running_text
from knowledge.paragraphs import Paragraph
from knowledge.policy import Policy, Version


def policy(id: str, paragraphs: Sequence[Paragraph], digest: str, title: str | None = None, link: str = "") -> Policy:
    """`digest`: SHA-256 of the file, in hex. Without a `title`, the one that the file prints, else the id in words."""
    text = lines(running_text(paragraphs))
    told = metadata.of(text)
    version = Version(digest, told.dated, told.approved, told.review)
    return Policy(id, title or told.title or id.replace("-", " ").capitalize(), version, clauses.of(text), link)
