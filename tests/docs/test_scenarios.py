"""docs/scenarios.md: its example is a file that loads, knows every key, and holds against the agreement of docs/agreement.md."""

import re
from pathlib import Path

from truceline.case import open_case
from truceline.case.scenario import load, run
from truceline.case.scenario.loading import SAID

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "scenarios.md").read_text(encoding="utf-8")
(BLOCK,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)


def examples():
    """The files of the case that docs/agreement.md shows; blocks without a name are parts of agreement.yaml."""
    files = {}
    for block in re.findall(
        r"^```yaml\n(.*?)^```$",
        (DOCS / "agreement.md").read_text(encoding="utf-8"),
        flags=re.MULTILINE | re.DOTALL,
    ):
        named = re.match(r"# (\w+\.yaml)\n", block)
        name = named.group(1) if named else "agreement.yaml"
        files[name] = files.get(name, "") + block
    return files


def test_the_example_holds_against_the_agreement_of_the_other_page(tmp_path):
    for name, text in examples().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "bridge.yaml").write_text(BLOCK, encoding="utf-8")
    case = open_case(tmp_path)
    assert [str(d) for s in load(tmp_path / "bridge.yaml", case.agreement) for d in run(case, s)] == []


def test_every_key_of_a_statement_stands_in_the_example():
    assert [key for key in SAID if not re.search(rf"\b{key}:", BLOCK)] == []
