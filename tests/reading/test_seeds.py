"""The five articles that the project was given, where they lie beside the tree: floors, and copies with other names and numbers."""

import collections
import importlib.util
import json
import random
import re
from pathlib import Path

import pytest

from truceline.evidence import Basis, Figure, Text
from truceline.evidence.lines import line
from truceline.reading import Reader, extract

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason="the seed articles are not beside this tree"
)

SURNAMES = ["Karoum", "Veltran", "Dosmani", "Hartwick", "Obrecht", "Salmonov", "Tiberan", "Quelani"]
PARTIES = ["Tazmir", "Korvani", "Ralhud", "Dervaz"]
OLD_SURNAMES = ["Naim", "Marzouk", "Haniyeh", "Blinken", "Qassem", "Mladenov", "Jeffers", "Haya"]


@pytest.fixture(scope="module")
def builtin():
    return Reader()


@pytest.fixture(scope="module")
def score():
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def seeds():
    return sorted((SHARED / "seeds").glob("*.txt"))


def substitutions(number):
    """Old word -> new word, drawn anew for each number."""
    draw = random.Random(number)
    new = dict(zip(OLD_SURNAMES, draw.sample(SURNAMES, len(SURNAMES)), strict=True))
    new |= {"Na’im": new["Naim"], "Bassem": "Torvald", "Musa": "Edrin", "Hamas": draw.choice(PARTIES)}
    new |= {"410": str(draw.randint(300, 900)), "1,000": f"{draw.randint(2, 9)},{draw.randint(100, 999)}"}
    new |= {
        "190": str(draw.randint(150, 290)),
        "20,000": f"{draw.randint(21, 90)},000",
        "8,000": f"{draw.randint(3, 9)},500",
    }
    return new | {"2,000": "2,300", "10 and 12": f"{draw.randint(3, 9)} and {draw.randint(14, 30)}"}


def replaced(text, new):
    """The text with its substitutions, and the new place of each old one."""
    pattern = re.compile("|".join(rf"\b{re.escape(k)}\b" for k in sorted(new, key=len, reverse=True)))
    parts, places, last = [], [], 0
    for match in pattern.finditer(text):
        parts += [text[last : match.start()], new[match[0]]]
        shift = sum(map(len, parts[:-1]))
        places += range(shift - (match.start() - last), shift)
        places += [shift] * len(match[0])
        last = match.end()
    parts.append(text[last:])
    string = "".join(parts)
    places += range(len(string) - len(text[last:]), len(string) + 1)
    return string, places, lambda name: pattern.sub(lambda m: new[m[0]], name)


def results(reader, score, new):
    counted = collections.Counter()
    gold = [
        json.loads(row) for row in (SHARED / "gold" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for path in seeds():
        string, places, name = replaced(path.read_bytes().decode(), new)
        claims = [line(c) for c in reader.read(Text(path.name, string, "txt/1"))]
        assert all(string[c["start"] : c["end"]] == c["text"] for c in claims)
        for row in gold:
            if row["file"] == path.name:
                moved = row | {
                    "start": places[row["start"]],
                    "end": places[row["end"]],
                    "speaker": name(row["speaker"]),
                }
                counted[judged(score, moved, claims)] += 1
    return counted


def judged(score, row, claims):
    def near(wanted):
        half = 0.5 * (row["end"] - row["start"])
        return [
            c
            for c in claims
            if wanted(c["attribution"]) and score.overlap(c, row) >= half and len(c["text"].split()) <= 60
        ]

    if row["attribution"] in ("explicit", "anonymous"):
        return score.verdict(row, near(lambda a: a != "narrator"))
    mistaken = row["attribution"] == "narrator" and near(lambda a: a == "explicit")
    return "narrator mistaken" if mistaken else "narrator"


def test_statements_are_found_with_the_right_speaker_and_no_wrong_one(builtin, score):
    found = results(builtin, score, {"Naim": "Naim"})
    told = sum(found[k] for k in ("right", "wrong", "unresolved", "missed"))
    assert found["right"] >= 0.95 * told
    assert found["missed"] <= 0.02 * told
    assert found["wrong"] == found["narrator mistaken"] == 0


@pytest.mark.parametrize("number", range(4))
def test_other_names_and_numbers_change_nothing(builtin, score, number):
    found = results(builtin, score, substitutions(number))
    told = sum(found[k] for k in ("right", "wrong", "unresolved", "missed"))
    assert found["right"] >= 0.95 * told
    assert found["wrong"] <= 0.02 * told


@pytest.mark.parametrize("number", [None, 0, 1, 2, 3, 4, 5])
def test_the_figures_come_with_speaker_bound_and_basis(builtin, number):
    new = {"Naim": "Naim"} if number is None else substitutions(number)

    def value(old):
        return float(new.get(old, old).replace(",", ""))

    def name(old):
        return " ".join(new.get(w, w) for w in old.split())

    low, high = (float(x) for x in new.get("10 and 12", "10 and 12").split(" and "))
    wanted = {
        (name("Bassem Naim"), value("410"), None, Basis.TOTAL),
        (name("Bassem Naim"), value("1,000"), value("1,000"), Basis.TOTAL),
        (name("Bassem Naim"), low, high, Basis.RATE),
        (name("Musa Abu Marzouk"), value("190"), None, Basis.TOTAL),
        (None, None, value("20,000"), Basis.TOTAL),
        (None, value("8,000"), value("8,000"), Basis.TOTAL),
        (name("Nikolaï Mladenov"), value("2,000"), value("2,000"), Basis.TOTAL),
    }
    got = set()
    for path in seeds():
        string, _, _ = replaced(extract(path.read_bytes(), path.name).string, new)
        for claim in builtin.read(Text(path.name, string, "txt/1")):
            if isinstance(claim.payload, Figure):
                got.add((claim.speaker, claim.payload.low, claim.payload.high, claim.payload.basis))
                assert claim.payload.base == ("XXXX-10-11" if claim.payload.low == value("190") else "")
    assert wanted <= got
