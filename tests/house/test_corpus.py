"""The corpus of dispatches: every file reads, and the slips that a program can see are seen."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

EVAL = Path(__file__).parents[2] / "eval"
CLEAN = """outlet: Cedar Wire
genre: wire
published: 2024-12-03
ceasefire: lebanon-2024
===
[s1 The army] [c1 counted] [t1 about a third of 60 flights since Monday]. [t2 Nobody was hurt]. [s3 An officer] [c3 agreed].[t3 .]
===
1 speaker=army
- figure "about a third" counts=flights; lo=33; hi=33; unit=percent; approx=around; of=60 flights
2 speaker=army; class=implicit
3 speaker=An officer; class=anonymous
@ "Monday" 2024-12-02
"""


@pytest.fixture(autouse=True)
def _eval_on_the_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(EVAL))
    yield
    for name in ("slips", "dispatch"):
        sys.modules.pop(name, None)


def told(source: str) -> list[str]:
    """What is told of a dispatch."""
    from dispatch import parse  # type: ignore[import-not-found]
    from slips import slips  # type: ignore[import-not-found]

    return list(slips(parse(source, Path("made.disp"))))


def test_a_clean_dispatch_has_no_slip() -> None:
    assert told(CLEAN) == []


def test_every_dispatch_of_the_corpus_is_free_of_slips() -> None:
    from dispatch import opened

    files = opened()
    assert len(files) == 400 + 28 + 558 + 182
    assert {str(p): s for p in files if (s := told(p.read_text(encoding="utf-8")))} == {}


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("1 speaker=army", "1 speaker=the army", "no leading article"),
        ("speaker=An officer", "speaker=officer", "keeps it"),
        ("speaker=An officer", "speaker=A general", "stands in the text as written"),
        ("lo=33; hi=33", "lo=34; hi=33", "lies above"),
        ("lo=33; hi=33", "lo=330; hi=330", "more than 100 percent"),
        ("lo=33; hi=33", "lo=0.33; hi=0.33", "from 0 to 100"),
        ("unit=percent", "unit=share", "unit=percent"),
        ("approx=around", "approx=roughly", "approx is one of"),
        ("approx=around", "approx=up to", "has hi only"),
        ("class=implicit", "class=explicit", "no cue"),
        ("3 speaker=An officer; class=anonymous", "3 speaker=officer; class=implicit", "t alone"),
        ('@ "Monday"', '@ "since Monday"', "without its preposition"),
    ],
)
def test_a_slip_is_told(right: str, wrong: str, message: str) -> None:
    assert right in CLEAN
    assert any(message in slip for slip in told(CLEAN.replace(right, wrong)))


def test_a_date_whose_line_stands_out_of_order_is_told() -> None:
    late = CLEAN.replace("[t2 Nobody was hurt]", "[t2 Nobody was hurt on 2 December or on Monday]").replace(
        '@ "Monday" 2024-12-02', '@ "2 December" 2024-12-02\n@ "Monday" 2024-12-02'
    )
    assert any("out of order" in slip for slip in told(late))
