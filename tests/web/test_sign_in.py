"""Who is let in to the desk, by what, how often and for how long; and what a stranger can learn, which is nothing."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp
import pytest
import segno

from adapters.web.desk import codes
from tests.web.reception import CHAIR, WEB, Reception, reception

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_a_link_is_answered_alike_for_everyone_and_sent_to_who_is_enrolled_only(desk: Reception) -> None:
    desk.browser().enrol(CHAIR)
    letters = len(desk.post.letters)
    strangers = ["nobody@school.example", "t.teacher@school.example", "h.head@school.example", "", "x" * 5000, "\0'--"]
    answers = {desk.browser().ask_for_link(email).body for email in ["c.chair@school.example", *strangers]}
    assert len(answers) == 1
    assert [to for to, *_ in desk.post.letters[letters:]] == ["c.chair@school.example"]


def test_the_answer_goes_before_anyone_is_looked_up(tmp_path: Path) -> None:
    """So its time tells nothing: even a post that never answers keeps nobody waiting."""
    import threading

    from adapters.web.house import desk_door

    held = threading.Event()

    class Stuck:
        def send(self, to: str, subject: str, body: str) -> None:  # noqa: ARG002 - it never gets that far
            held.wait(30)

    with reception(tmp_path, Stuck()) as found:
        sealed = found.gate.authenticators.seal("sample", CHAIR, "JBSWY3DPEHPK3PXP")
        found.gate.authenticators.enrol("sample", CHAIR, sealed, 0, found.clock())
        assert isinstance(found.door, type(desk_door(found.house, WEB)))
        browser = found.browser()
        browser.get("/desk")
        assert browser.press("Send me a link", email="c.chair@school.example").status == 200
        held.set()


def test_a_letter_holds_a_link_and_no_word_of_a_report_or_a_name(desk: Reception) -> None:
    desk.report()
    chair = desk.browser()
    chair.enrol()
    chair.ask_for_link()
    _, subject, body = desk.post.letters[-1]
    assert subject == "Your link to Candour"
    assert not [word for word in ("report", "Adeyemi", "Larkfield", "Ashdown", "headteacher") if word in body]
    assert body.count(WEB) == 1


def test_a_link_is_written_with_capitals_or_spaces_around_the_address_too(desk: Reception) -> None:
    chair = desk.browser()
    chair.enrol()
    chair.ask_for_link("  C.Chair@School.Example ")
    assert desk.post.letters[-1][1] == "Your link to Candour"


def test_nobodys_letter_box_is_filled(desk: Reception) -> None:
    chair = desk.browser()
    chair.enrol()
    before = len(desk.post.letters)
    for _ in range(8):
        chair.ask_for_link()
    assert len(desk.post.letters) - before == 3
    desk.clock.goes(minutes=16)
    chair.ask_for_link()
    assert len(desk.post.letters) - before == 4


def test_whoever_follows_a_link_without_pressing_uses_nothing_up(desk: Reception) -> None:
    chair, scanner = desk.browser(), desk.browser()
    chair.enrol()
    chair.ask_for_link()
    for _ in range(3):
        scanner.get(desk.post.link)
    assert not scanner.cookie
    chair.get(desk.post.link)
    chair.press("Continue")
    assert "6-digit code" in chair.words


def test_the_page_of_a_link_is_the_same_for_a_good_and_a_made_up_one(desk: Reception) -> None:
    chair = desk.browser()
    chair.enrol()
    chair.ask_for_link()
    good = desk.post.link.rpartition("/")[2]
    made_up = "A" * len(good)
    pages = [desk.site.get(f"/desk/in/{token}").body.replace(token, "TOKEN") for token in (good, made_up)]
    assert pages[0] == pages[1]
    assert desk.site.get("/desk/in/short").status == 404


def test_a_link_works_once_and_for_15_minutes(desk: Reception) -> None:
    chair, other = desk.browser(), desk.browser()
    chair.enrol()
    chair.ask_for_link()
    chair.get(desk.post.link)
    chair.press("Continue")
    other.get(desk.post.link)
    assert other.press("Continue").status == 403
    assert "no longer works" in other.words
    desk.browser().ask_for_link()
    desk.clock.goes(minutes=15)
    other.get(desk.post.link)
    assert other.press("Continue").status == 403
    assert not other.cookie


def test_a_link_alone_shows_nothing(desk: Reception) -> None:
    desk.report()
    chair = desk.browser()
    chair.enrol()
    chair.ask_for_link()
    chair.get(desk.post.link)
    chair.press("Continue")
    assert "6-digit code" in chair.get("/desk").seen.words
    for path in ("/desk/do", "/desk/print"):
        chair.post(path, {"offer": "press inbox", "proof": "x"})
        assert "6-digit code" in chair.words


def test_a_code_is_used_once_even_for_two_links(desk: Reception) -> None:
    chair, thief = desk.browser(), desk.browser()
    chair.enrol()
    chair.ask_for_link()
    first = desk.post.link
    chair.ask_for_link()
    code = chair.code()
    chair.get(desk.post.link)
    chair.press("Continue")
    chair.press("Sign in", code=code)
    assert "Your private items" in chair.words
    thief.get(first)
    thief.press("Continue")
    thief.press("Sign in", code=code)
    assert "That code is not right, or it was used before." in thief.words


def test_a_wrong_code_is_told_beside_its_field(desk: Reception) -> None:
    chair = desk.browser()
    chair.come_to_the_code()
    for typed in ("", "abcdef", "٠١٢٣٤٥", "x" * 10_000):
        chair.press("Sign in", code=typed)
        (box,) = chair.page.seen.all("input", id="_code")
        assert box["aria-describedby"] == "_code-wrong"
        assert chair.page.seen.all("p", id="_code-wrong")


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "٠١٢٣٤٥", "000000\0", "12345a", "0x1234"])
def test_what_is_not_six_digits_is_no_code(typed: str) -> None:
    assert codes.number(codes.secret(), typed, NOON) is None


def test_the_picture_has_every_module_of_the_code_and_names_the_school_only() -> None:
    secret = codes.secret()
    address = codes.address(secret, "Larkfield Primary School")
    assert address == f"otpauth://totp/Candour:Larkfield%20Primary%20School?secret={secret}&issuer=Candour"
    dark = sum(map(sum, segno.make_qr(address, error="m").matrix))
    assert str(codes.picture(secret, "Larkfield Primary School")).count("h1v1h-1z") == dark


def test_a_code_holds_for_half_a_minute_more_on_either_side() -> None:
    secret = codes.secret()
    at = [NOON + timedelta(seconds=30 * n) for n in (-2, -1, 0, 1, 2)]
    found = [codes.number(secret, pyotp.TOTP(secret).at(moment), NOON) for moment in at]
    now = int(NOON.timestamp()) // 30
    assert found == [None, now - 1, now, now + 1, None]


def test_a_code_may_be_typed_with_a_space_in_it(desk: Reception) -> None:
    chair = desk.browser()
    chair.come_to_the_code()
    code = chair.code()
    chair.press("Sign in", code=f" {code[:3]} {code[3:]} ")
    assert "Your private items" in chair.words


def test_after_five_wrong_codes_the_right_one_must_wait(desk: Reception) -> None:
    chair = desk.browser()
    chair.come_to_the_code()
    for _ in range(5):
        chair.press("Sign in", code="000000")
    chair.press("Sign in", code=chair.code())
    assert "too many wrong codes. Please wait until 10:02" in chair.words
    desk.clock.goes(minutes=1)
    chair.press("Sign in", code=chair.code())
    assert "Your private items" in chair.words


def test_nothing_that_opens_a_door_is_kept_as_it_is(desk: Reception) -> None:
    chair = desk.browser()
    chair.sign_in()
    desk.browser().ask_for_link()
    token = desk.post.link.rpartition("/")[2]
    desk.house.database.scrub()
    kept = b"".join(file.read_bytes() for file in (desk.house.settings.home).iterdir())
    assert b"desk_sessions" in kept
    for secret in (token, chair.cookie, chair.secret):
        assert secret.encode() not in kept


def test_nothing_of_a_sign_in_is_logged(desk: Reception, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        chair = desk.browser()
        chair.sign_in()
    for said in ("c.chair", chair.cookie, chair.secret, desk.post.link):
        assert said not in caplog.text


def test_an_invitation_works_once_and_the_latest_only(desk: Reception) -> None:
    first, second = (desk.gate.invite("sample", CHAIR).removeprefix(WEB) for _ in range(2))
    chair = desk.browser()
    chair.get(first)
    assert chair.press("Set up my authenticator").status == 403
    chair.get(second)
    assert chair.press("Set up my authenticator").status == 200
    chair.get(second)
    assert chair.press("Set up my authenticator").status == 403


def test_an_invitation_lasts_two_days(desk: Reception) -> None:
    invited = desk.gate.invite("sample", CHAIR).removeprefix(WEB)
    desk.clock.goes(days=2)
    chair = desk.browser()
    chair.get(invited)
    assert chair.press("Set up my authenticator").status == 403


def test_a_link_to_sign_in_enrols_nobody_and_the_other_way_round(desk: Reception) -> None:
    chair = desk.browser()
    chair.enrol()
    chair.ask_for_link()
    chair.get(desk.post.link.replace("/in/", "/enrol/"))
    assert chair.press("Set up my authenticator").status == 403
    chair.get(desk.gate.invite("sample", CHAIR).removeprefix(WEB).replace("/enrol/", "/in/"))
    assert chair.press("Continue").status == 403


def test_an_authenticator_counts_only_once_it_has_given_a_right_code(desk: Reception) -> None:
    chair = desk.browser()
    chair.get(desk.gate.invite("sample", CHAIR).removeprefix(WEB))
    chair.press("Set up my authenticator")
    chair.press("Finish", code="000000")
    assert "That code is not right" in chair.words
    assert not desk.gate.authenticators.enrolled("sample", CHAIR)


def test_f50_people_of_two_schools_with_one_address_get_a_letter_for_each(desk: Reception) -> None:
    from dataclasses import replace

    entry = desk.house.schools["sample"]
    other = replace(entry, school=replace(entry.school, id="other", name="Other School"))
    desk.house.schools["other"] = other  # type: ignore[index]
    desk.browser().enrol()
    before = len(desk.post.letters)
    desk.browser().ask_for_link()
    assert len(desk.post.letters) == before + 1, "only where they are enrolled"
    sealed = desk.gate.authenticators.seal("other", CHAIR, "JBSWY3DPEHPK3PXP")
    desk.gate.authenticators.enrol("other", CHAIR, sealed, 0, desk.clock())
    desk.browser().ask_for_link()
    assert len(desk.post.letters) == before + 3
