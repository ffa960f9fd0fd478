"""The door to the school's policies: a list of them, and a page for every version of each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from aiohttp import web

from adapters import addresses
from adapters.days import today
from adapters.schoolfile import Registered
from adapters.stores.shelf import StoredShelf
from adapters.web.clause_page import Edition, clause_page
from adapters.web.door import Door
from adapters.web.markup import each, tag
from adapters.web.page import page
from knowledge.policy import Policy
from knowledge.versions import called
from reports.people import School

LONGEST = 200  # characters of a name in an address


@dataclass(frozen=True)
class Policies(Door):
    """Open to whoever has the link, as most schools publish their policies, unless `shown` is False."""

    schools: Mapping[str, Registered]
    shelf: Callable[[], StoredShelf]
    clock: Callable[[], datetime]
    shown: bool = True

    def routes(self) -> Iterable[web.RouteDef]:
        yield web.get("/policies/{school}", self._listed)
        yield web.get("/policies/{school}/{policy}", self._newest)
        yield web.get("/policies/{school}/{policy}/{version}", self._version)

    async def _listed(self, request: web.Request) -> web.Response:
        school = self._school(request)
        policies = await asyncio.to_thread(lambda: self.shelf().current(school.id))
        return _html(policy_list(school, policies))

    async def _newest(self, request: web.Request) -> web.Response:
        school, policy = self._school(request), _named(request, "policy")
        versions = await asyncio.to_thread(lambda: self.shelf().kept(school.id, policy))
        if not versions:
            raise web.HTTPNotFound
        raise web.HTTPSeeOther(addresses.version(school.id, policy, versions[0].number))

    async def _version(self, request: web.Request) -> web.Response:
        school = self._school(request)
        policy, version = _named(request, "policy"), _named(request, "version")
        cited = request.query.get("clause", "")[:LONGEST]
        found = await asyncio.to_thread(partial(self._drawn, school, policy, version, cited))
        if found is None:
            raise web.HTTPNotFound
        return _html(found)

    def _drawn(self, school: School, policy: str, version: str, cited: str) -> str | None:
        versions = self.shelf().kept(school.id, policy)
        kept = called(versions, version)
        return clause_page(Edition(school, kept, versions, today(school, self.clock()), cited)) if kept else None

    def _school(self, request: web.Request) -> School:
        found = self.schools.get(_named(request, "school"))
        if not self.shown or found is None:
            raise web.HTTPNotFound
        return found.school


def policy_list(school: School, policies: Iterable[Policy]) -> str:
    entries = [
        tag("li", tag("a", policy.title, href=addresses.policy(school.id, policy.id)), _dated(policy))
        for policy in policies
    ]
    listed = tag("ul", each(entries)) if entries else tag("p", "No policy has been read in here yet.")
    return page(f"Policies, {school.name}", tag("h1", "Policies"), listed, name=school.name)


def _dated(policy: Policy) -> str:
    return f", {policy.version.dated}" if policy.version.dated else ""


def _named(request: web.Request, part: str) -> str:
    return request.match_info[part][:LONGEST].replace("\0", "")


def _html(text: str) -> web.Response:
    return web.Response(text=text, content_type="text/html")
