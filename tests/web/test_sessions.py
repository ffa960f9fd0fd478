"""Sessions of the desk: how long they last, how they end, and that nothing but their own pages can use them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.assembly import House
from adapters.web.desk.door import DOES
from adapters.web.house import served
from adapters.web.origin import ours
from tests.web.reception import CHAIR, HEAD, SAME, WEB, Reception, form, reception
from tests.web.visiting import site

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_a_session_ends_after_15_idle_minutes_and_after_8_hours(desk: Reception) -> None:
    chair = desk.browser()
    chair.sign_in()
    desk.clock.goes(minutes=14)
    assert "Your private items" in chair.get("/desk").seen.words
    desk.clock.goes(minutes=15)
    assert "Your e-mail address" in chair.get("/desk").seen.words
    chair.sign_in()
    for _ in range(34):
        desk.clock.goes(minutes=14)
        assert "Your private items" in chair.get("/desk").seen.words
    desk.clock.goes(minutes=14)
    assert "Your e-mail address" in chair.get("/desk").seen.words


def test_signing_out_ends_the_session_at_once_and_everywhere(desk: Reception) -> None:
    chair, copy = desk.browser(), desk.browser()
    chair.sign_in()
    copy.cookie = chair.cookie
    chair.press("Sign out")
    assert "Signed out" in chair.words
    assert chair.cookie == ""
    assert "Your e-mail address" in copy.get("/desk").seen.words


def test_hide_leads_to_the_policies_and_a_code_is_needed_to_come_back(desk: Reception) -> None:
    desk.report()
    chair = desk.browser()
    chair.sign_in()
    chair.read()
    chair.get("/desk/hide")
    assert chair.page.seen.words.endswith("2026") or "Staff Social Media Policy" in chair.words
    assert "desk" not in chair.page.body
    assert "6-digit code" in chair.get("/desk").seen.words
    chair.press("Sign in", code=chair.code())
    assert "Item 1" in chair.words


def test_where_policies_are_not_shown_hide_leads_to_a_page_that_says_nothing(tmp_path: Path) -> None:
    with reception(tmp_path, POLICY_PAGES="off") as desk:
        chair = desk.browser()
        chair.sign_in()
        chair.get("/desk/hide")
        assert chair.words.endswith("wherever your school uses Candour.")


def test_the_id_of_a_session_changes_with_what_it_may_do(desk: Reception) -> None:
    chair = desk.browser()
    chair.come_to_the_code()
    before = chair.cookie
    chair.press("Sign in", code=chair.code())
    assert chair.cookie not in ("", before)
    chair.cookie = before
    assert "Your e-mail address" in chair.get("/desk").seen.words


def test_the_cookie_can_be_read_by_no_script_and_sent_by_no_other_site(desk: Reception) -> None:
    chair = desk.browser()
    chair.enrol()
    chair.ask_for_link()
    _, fields = form(chair.get(desk.post.link).body, "Continue")
    answer = desk.site.ask(
        "POST", "/desk/in", fields, **{name.replace("-", "_"): value for name, value in SAME.items()}
    )
    said = answer.cookies["__Host-candour"]
    assert {"HttpOnly", "Secure", "SameSite=Strict", "Path=/"} <= set(said.split("; "))
    assert "Domain" not in said


def test_a_new_authenticator_ends_the_old_one_and_every_session_and_is_told_by_letter(desk: Reception) -> None:
    chair, new = desk.browser(), desk.browser()
    chair.sign_in()
    new.enrol()
    desk.settle()
    assert desk.post.letters[-1][:2] == ("c.chair@school.example", "A new authenticator for Candour")
    assert "Your e-mail address" in chair.get("/desk").seen.words
    chair.ask_for_link()
    chair.get(desk.post.link)
    chair.press("Continue")
    chair.press("Sign in", code=chair.code())
    assert "That code is not right" in chair.words


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example", "Sec_Fetch_Site": "cross-site"},
        {"Origin": "https://evil.example", "Sec_Fetch_Site": ""},
        {"Origin": "null", "Sec_Fetch_Site": ""},
        {"Origin": "null", "Sec_Fetch_Site": "cross-site"},
        {"Origin": "", "Sec_Fetch_Site": ""},
        {"Origin": WEB, "Sec_Fetch_Site": "same-site"},
        {"Origin": WEB + ".evil.example", "Sec_Fetch_Site": ""},
        {"Origin": "http://candour.school.example", "Sec_Fetch_Site": ""},
    ],
)
def test_a_form_of_another_site_does_nothing(headers: dict[str, str]) -> None:
    told = {name.replace("_", "-"): value for name, value in headers.items() if value}
    assert not ours(told, frozenset({WEB}))


def test_every_address_that_does_something_looks_where_the_form_came_from(desk: Reception) -> None:
    for path, _ in DOES:
        answer = desk.browser().post(f"/desk{path}", {"email": "c.chair@school.example"}, Origin="https://evil.example")
        assert answer.status == 403, path
    assert not desk.post.letters


def test_a_browser_that_hides_the_origin_is_believed_where_it_says_that_it_is_ours(desk: Reception) -> None:
    assert desk.browser().post("/desk/link", {"email": "x"}, Origin="null").status == 200
    assert desk.browser().post("/desk/link", {"email": "x"}, Origin="").status == 200
    assert desk.browser().post("/desk/link", {"email": "x"}, **{"Sec-Fetch-Site": ""}).status == 200


def test_a_form_of_one_session_is_worth_nothing_in_another(desk: Reception) -> None:
    desk.report()
    chair, head = desk.browser(), desk.browser()
    chair.sign_in()
    head.sign_in(HEAD)
    _, fields = form(chair.page.body, "Open item 1")
    assert head.post("/desk/do", fields).status == 403
    _, leaving = form(chair.page.body, "Sign out")
    assert head.post("/desk/leave", leaving).status == 403
    assert "Your private items" in head.get("/desk").seen.words


def test_who_acts_is_never_told_by_the_form(desk: Reception) -> None:
    desk.report()
    head = desk.browser()
    head.sign_in(HEAD)
    _, fields = form(head.page.body, "Sign out")
    fields |= {"who": CHAIR, "person": CHAIR, "school": "other", "as": CHAIR}
    assert head.post("/desk/do", fields | {"offer": "press inbox"}).status == 403
    head.get("/desk")
    assert "Nothing is waiting for you." in head.words


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{}", "application/json"),
        (
            b'--x\r\nContent-Disposition: form-data; name="email"; filename="a"\r\n\r\nx\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
        ),
        (b"a=1&" * 400, "application/x-www-form-urlencoded"),
        (b"x" * 600_000, "application/x-www-form-urlencoded"),
    ],
)
def test_what_no_page_of_ours_posts_is_refused(desk: Reception, body: bytes, kind: str) -> None:
    answer = desk.browser().post("/desk/link", body, **{"Content-Type": kind})  # type: ignore[arg-type]
    assert answer.status in (400, 413)


def test_a_made_up_session_is_a_stranger(desk: Reception) -> None:
    browser = desk.browser()
    plain = browser.get("/desk").body
    for cookie in ("x", "A" * 43, "A" * 5000, "%00", "é" * 43, "'--"):
        browser.cookie = cookie
        assert browser.get("/desk").body == plain


def test_without_a_key_the_desk_is_closed_and_says_no_more(tmp_path: Path) -> None:
    with reception(tmp_path) as first:
        first.report()
    with reception(tmp_path, CANDOUR_KEY="") as desk:
        assert desk.site.get("/desk").status == 503
        assert desk.site.get("/healthz").status == 200
        assert desk.site.get("/policies/sample").status == 200


def test_in_production_there_is_no_desk_until_its_address_is_known(tmp_path: Path) -> None:
    environ = {"CANDOUR_ENV": "production", "CANDOUR_DISK": "kept", "CANDOUR_KEY": "0" * 64}
    with site(served(House.open(environ, tmp_path), 8000)) as visit:
        assert visit.get("/desk").status == 404
        assert visit.get("/healthz").status == 200
    with site(served(House.open(environ | {"PUBLIC_URL": WEB}, tmp_path), 8000)) as visit:
        assert visit.get("/desk/in/" + "A" * 43).status == 503, "no database was made for it"


def test_pages_of_the_desk_are_kept_by_no_browser(desk: Reception) -> None:
    desk.report()
    chair = desk.browser()
    chair.sign_in()
    chair.read()
    assert chair.page.headers["Cache-Control"] == "no-store"
    assert chair.page.headers["Referrer-Policy"] == "no-referrer"
    assert "script" not in chair.page.headers["Content-Security-Policy"]
