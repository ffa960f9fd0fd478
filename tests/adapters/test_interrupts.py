"""Ctrl-C between two acts, in the middle of one, and pressed again."""

from __future__ import annotations

import signal

import pytest

from adapters.commands.interrupts import Interrupts


def ctrl_c() -> str:
    signal.raise_signal(signal.SIGINT)
    return "unheard"


def test_while_it_waits_for_a_line_it_is_heard_at_once() -> None:
    interrupts = Interrupts()
    with interrupts.kept(), pytest.raises(KeyboardInterrupt):
        interrupts.heard(ctrl_c)


def test_in_the_middle_of_an_act_it_is_kept_until_the_prompt() -> None:
    interrupts, done = Interrupts(), []
    with interrupts.kept():
        ctrl_c()
        done.append("the act")
        with pytest.raises(KeyboardInterrupt):
            interrupts.heard(lambda: done.append("a line was read"))
    assert done == ["the act"]


def test_pressed_again_it_is_obeyed_at_once() -> None:
    with Interrupts().kept():
        ctrl_c()
        with pytest.raises(KeyboardInterrupt):
            ctrl_c()


def test_afterwards_it_does_what_it_did_before() -> None:
    with Interrupts().kept():
        pass
    with pytest.raises(KeyboardInterrupt):
        ctrl_c()
