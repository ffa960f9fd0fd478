"""What a platform says of an account is believed for ten minutes, and what it fails to say is not remembered."""

from __future__ import annotations

import asyncio

import pytest

from adapters.doors.accounts import KNOWN_FOR, MOST_KNOWN, Accounts


class Platform:
    def __init__(self, *said: bool | Exception) -> None:
        self.said = list(said)

    async def __call__(self) -> bool:
        told = self.said.pop(0)
        if isinstance(told, Exception):
            raise told
        return told


def test_an_account_is_asked_for_again_when_ten_minutes_are_over() -> None:
    async def story() -> None:
        at = 100.0
        accounts, platform = Accounts(now=lambda: at), Platform(True, False)
        assert await accounts.staff("U1", platform)
        at += KNOWN_FOR - 1
        assert await accounts.staff("U1", platform)
        at += 1
        assert not await accounts.staff("U1", platform)
        assert platform.said == []

    asyncio.run(story())


def test_a_platform_that_fails_lets_nobody_in_and_is_asked_again() -> None:
    async def story() -> None:
        accounts, platform = Accounts(), Platform(ConnectionError(), True)
        with pytest.raises(ConnectionError):
            await accounts.staff("U1", platform)
        assert await accounts.staff("U1", platform)

    asyncio.run(story())


def test_no_more_accounts_are_remembered_than_a_process_can_bear() -> None:
    async def story() -> None:
        accounts = Accounts()
        for number in range(MOST_KNOWN + 10):
            await accounts.staff(f"U{number}", Platform(True))
        assert len(accounts.known) == 10

    asyncio.run(story())


def test_many_messages_of_one_account_at_once_ask_once() -> None:
    async def story() -> None:
        accounts, platform = Accounts(), Platform(True)
        assert await asyncio.gather(*(accounts.staff("U1", platform) for _ in range(3))) == [True] * 3
        failing = Platform(ConnectionError(), True)
        told = await asyncio.gather(*(accounts.staff("U2", failing) for _ in range(3)), return_exceptions=True)
        assert [type(each) for each in told] == [ConnectionError] * 3
        assert await accounts.staff("U2", failing)

    asyncio.run(story())
