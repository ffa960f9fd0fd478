"""The two stories of the sample school, told at two schools with real policies."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from adapters import ingest
from tests.stories.stage import Stage

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "policies"
PEOPLE = """
[school]
id = "{school}"
name = "{school}"
first_hop = "{first_hop}"
[outside.LA]
name = "The authority"
phone = "01632 960000"
"""
STAFF = (
    ("h.head", "Harriet Head", '"headteacher", "slt"', ""),
    ("d.deputy", "Dev Deputy", '"deputy", "slt"', "h.head"),
    ("s.dsl", "Sal Lead", '"dsl"', "d.deputy"),
    ("c.chair", "Charlie Chair", '"chair"', ""),
    ("v.vice", "Vic Vice", '"vice_chair"', ""),
    ("t.teacher", "Tess Teacher", "", "d.deputy"),
    ("c.colleague", "Cole League", "", "d.deputy"),
)
ABOUT_A_COLLEAGUE = """
as t.teacher
> can I accept a friend request from an ex pupil?
< What the policy says
< {asked}
> report
> no
> start
> bullying or unkind messages online
> a colleague
> Cole League
> none of them
< This will go to Harriet Head, headteacher. It won't go to Cole League.
< {receives}
> 1
> use my name
> He called me names in the group chat.
> 1
> send
> {{last}}
as c.colleague
> inbox
< Nothing is waiting for you.
as c.chair
> inbox
< Nothing is waiting for you.
as h.head
> inbox
> 1
> 1
< He called me names in the group chat.
> acknowledge
as t.teacher
> status
> {{code}}
< Acknowledged:
"""
ABOUT_THE_HEAD = """
as t.teacher
> report
> no
> start
> bullying or unkind messages online
> the headteacher
> none of them
< This will go to Charlie Chair, chair of governors.
< {about_head}
> 1
> keep my name from the people who read it
> She wrote about me.
> 1
> send
> {{last}}
as h.head
! You have a private item
> inbox
< Item 1
! Item 2
as d.deputy
> inbox
< Nothing is waiting for you.
as c.chair
> inbox
> 1
> 1
< She wrote about me.
! Tess
"""
SCHOOLS = {
    "st-osmunds": {
        "first_hop": "headteacher",
        "asked": "pupils and ex-pupils",
        "receives": "section 5(ii)",
        "about_head": "section 5(ii)",
    },
    "heathfield": {
        "first_hop": "slt",
        "asked": "School reputation and confidentiality, paragraph 6",
        "receives": "Cyber bullying and Harassment, paragraph",
        "about_head": "Your policy doesn't say who; schools normally do this",
    },
}


def written(school: str, folder: Path) -> Path:
    file = folder / "school.toml"
    text = PEOPLE.format(school=school, first_hop=SCHOOLS[school]["first_hop"])
    for id, name, posts, manager in STAFF:
        text += f'[[people]]\nid = "{id}"\nname = "{name}"\nposts = [{posts}]\n'
        text += f'manager = "{manager}"\n' if manager else ""
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.needs("shared")
@pytest.mark.parametrize("kind", ["txt", "docx", "pdf"])
@pytest.mark.parametrize("school", SCHOOLS)
def test_both_stories_at_a_school_with_a_real_policy(school: str, kind: str, tmp_path: Path) -> None:
    with closing(Stage.set(tmp_path, str(written(school, tmp_path)))) as stage:
        ingest.take(stage.house.shelf, school, SHARED / f"{school}.{kind}")
        for story in (ABOUT_A_COLLEAGUE, ABOUT_THE_HEAD):
            untrue = list(stage.play(story.format(**SCHOOLS[school])))
            assert not untrue, "\n\n".join(untrue)
