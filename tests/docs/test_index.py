"""The index leads to every page of the documentation, and every link between pages opens."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
INDEX = (DOCS / "README.md").read_text(encoding="utf-8")
# What a build or the lead puts there later than the page that shows it.
LATER = "docs/images"


def links(page):
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]


def slugs(page):
    """The anchors of a page's headings, as forges make them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_opens(page):
    closed = []
    for link in links(page):
        path, _, anchor = link.partition("#")
        found = (page.parent / path).resolve() if path else page
        if found.is_relative_to(ROOT / LATER):
            continue
        if not found.exists() or (anchor and anchor not in slugs(found)):
            closed.append(link)
    assert closed == []


def test_no_section_of_the_index_names_a_page_twice():
    for section in INDEX.split("\n## "):
        heads = re.findall(r"^- \[[^\]]+\]\(([^)]+)\)", section, flags=re.MULTILINE)
        assert len(heads) == len(set(heads)), heads


def test_an_option_is_told_under_its_own_verb():
    told = dict(s.split("\n", 1) for s in (DOCS / "cli.md").read_text(encoding="utf-8").split("\n## ")[1:])
    assert "--html FILE" in told["explain"]
    assert "--html" not in told["voices"]


def test_no_page_installs_truceline_from_where_it_is_not_published():
    told = [p.name for p in PAGES if re.search(r"pip install '?truceline", p.read_text(encoding="utf-8"))]
    assert told == []


def test_the_index_leads_to_every_page():
    named = {(DOCS / link.partition("#")[0]).resolve() for link in links(DOCS / "README.md")}
    pages = {page for page in DOCS.rglob("*.md") if page.parent != DOCS / "decisions"} - {DOCS / "README.md"}
    assert pages - named == set()
    assert DOCS / "decisions" in named


def test_each_user_finds_a_way_in():
    for user in ("Monitors", "Mediators", "Researchers and journalists", "Contributors"):
        section = re.split(rf"^## {user}", INDEX, flags=re.MULTILINE)[1].split("\n## ")[0]
        assert re.search(r"^- \[", section, flags=re.MULTILINE), user


def test_no_page_is_longer_than_a_person_reads():
    assert [page.name for page in PAGES if len(page.read_text(encoding="utf-8").splitlines()) >= 500] == []
