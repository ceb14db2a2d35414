"""The README's commands are the ones that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_a_fresh_machine_needs_exactly_two_commands():
    assert re.findall(r"^make \w+", README, flags=re.MULTILINE) == ["make demo", "make test"]


def test_every_verb_of_the_readme_and_the_contributing_guide_is_in_the_makefile():
    told = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    verbs = set(re.findall(r"^(\w+):", MAKEFILE, flags=re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make (\w+)", told, flags=re.MULTILINE)) <= verbs
    assert {"demo", "test", "check", "types", "docs", "bench", "eval"} <= verbs


def test_ci_runs_make_check_and_make_check_runs_the_tests():
    assert re.search(r"^make check$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert " test" in re.search(r"^check:(.*?)##", MAKEFILE, flags=re.MULTILINE)[1]


def test_every_link_of_the_readme_to_a_file_opens():
    # The picture is drawn by the demo, after the pages that link it.
    links = [link for link in re.findall(r"\]\(([^)#:]+)\)", README) if not link.startswith("docs/images/")]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_it_says_how_long_the_tests_take():
    assert "takes about eight minutes on two cores" in " ".join(README.split())


def test_the_readme_stays_short():
    assert len(README.splitlines()) < 120
