"""What one member of staff told us, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from reports.people import PersonId

CaseId = NewType("CaseId", str)


class Kind(StrEnum):
    CYBERBULLYING = "cyberbullying"
    HARASSMENT = "harassment"
    POLICY_BREACH = "policy_breach"
    PUPIL_CONTACT_SELF = "pupil_contact_self"
    PUPIL_CONTACT_COLLEAGUE = "pupil_contact_colleague"
    PROHIBITED_SITE_SELF = "prohibited_site_self"
    HARMFUL_CONTENT = "harmful_content"
    THREAT = "threat"
    CHILD_SAFEGUARDING = "child_safeguarding"
    INDECENT_IMAGE = "indecent_image"


ALWAYS_URGENT = frozenset({Kind.THREAT, Kind.CHILD_SAFEGUARDING, Kind.INDECENT_IMAGE})


class Role(StrEnum):
    """What a subject is, when nobody is named."""

    PUPIL = "pupil"
    COLLEAGUE = "colleague"
    LINE_MANAGER = "line_manager"
    SLT = "slt"
    DEPUTY = "deputy"
    HEAD = "head"
    CHAIR = "chair"
    GOVERNOR = "governor"
    PARENT = "parent"
    PUBLIC = "public"
    CONTRACTOR = "contractor"
    UNKNOWN = "unknown"
    PREFER_NOT = "prefer_not"
    ME = "me"  # the reporter's own mistake


PERSON = "person:"  # a subject is a Role's value, or this and a person's id


@dataclass(frozen=True)
class Concern:
    """All that a route depends on. Subjects are role values or "person:ID"; the rest are person ids."""

    kind: Kind
    subjects: frozenset[str]
    reporter: PersonId
    witnesses: frozenset[PersonId] = frozenset()
    affected: frozenset[PersonId] = frozenset()
    declared: frozenset[PersonId] = frozenset()
    pupils_present: bool = False  # at a site opened by accident: the safeguarding lead is told, and it is urgent
    tell_manager: bool = False  # the reporter asked that their line manager be told, without details


@dataclass(frozen=True)
class Report:
    """A concern as filed. The words are in the vault, under the case's own key; never here."""

    id: CaseId  # drawn when the report is begun, so that sending twice files once
    at: datetime
    concern: Concern
    anonymous: bool
