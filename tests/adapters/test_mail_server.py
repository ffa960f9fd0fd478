"""The address of a mail server is read, or refused in a sentence that repeats nothing of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.mail.server import BadServer, Safety, Server

GOOD = {
    "smtps://n:p%40w@mail.example?from=a@b.example": (Safety.TLS, "mail.example", 465, "a@b.example", "n", "p@w"),
    "smtp+starttls://mail.example:2525?from=a@b.example": (Safety.STARTTLS, "mail.example", 2525, "a@b.example"),
    "smtps://a%40b.example:p@h.example": (Safety.TLS, "h.example", 465, "a@b.example", "a@b.example", "p"),
    "smtp://127.0.0.1?from=a@b.example": (Safety.NONE, "127.0.0.1", 25, "a@b.example"),
}


@pytest.mark.parametrize("url", GOOD)
def test_the_address_of_a_server_is_read(url: str) -> None:
    assert Server.read(url) == Server(*GOOD[url])


def test_the_sender_of_the_address_goes_before_the_setting() -> None:
    assert Server.read("smtps://h.example?from=a@b.example", "c@d.example").sender == "a@b.example"
    assert Server.read("smtps://h.example", "c@d.example").sender == "c@d.example"


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("smtp://name:hunter22@mail.example?from=a@b.example", "in clear"),
        ("https://mail.example?from=a@b.example", "not the address of a mail server"),
        ("smtps://name:hunter22@mail.example", "nobody that letters come from"),
        ("smtps://mail.example?from=hunter22", "nobody that letters come from"),
        ("smtps://mail.example?from=a@b.example&tls=off", "from only"),
        ("smtps://:hunter22@?from=a@b.example", "not the address"),
        ("smtps://mail.example:port?from=a@b.example", "not the address"),
        ("smtps://mail.example/path?from=a@b.example", "not the address"),
        ("smtps://[half", "not the address"),
    ],
)
def test_a_bad_address_is_refused_and_not_repeated(url: str, fault: str) -> None:
    with pytest.raises(BadServer, match=fault) as told:
        Server.read(url)
    assert "hunter22" not in str(told.value)


@settings(max_examples=300)
@given(st.text(max_size=60), st.sampled_from(["smtps://{}", "smtps://a:{}@h.example?from=a@b.example", "{}"]))
def test_whatever_stands_there_is_read_or_refused_in_a_sentence(text: str, dress: str) -> None:
    url = dress.format(text)
    try:
        found = Server.read(url)
    except BadServer:
        with pytest.raises(BadServer, match=r"\(value not shown\)\.$"):
            Server.read(url)
    else:
        assert found.password not in repr(found) or len(found.password) < 4
