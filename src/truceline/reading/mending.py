"""Parses mended before cues are read, where the order of the words is plain and the parser goes wrong: "..., stated NAME on
Monday.", "NAME, the newly appointed TITLE, revealed ...", a surname that the text has introduced taken for a common noun.
"""

from __future__ import annotations

from collections.abc import Collection

from truceline.reading import attachment
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.subjects import finite
from truceline.reading.vocabulary import verb_forms, words
from truceline.reading.voices import fold

_SAY = verb_forms("cues", "say")
_SPOKEN = verb_forms("cues", "say", "spoken", "orders")
_TELL = frozenset({"tell", "inform", "assure", "remind", "advise", "urge"})
_PAST = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_SPEECH = frozenset(
    {"say", "state", "add", "note", "tell", "write", "announce", "declare", "explain", "report"}
)
_AFTER = frozenset(
    {".", ",", ";", "in", "on", "at", "during", "after", "before", "from", "to", "!", "?", "-", "–", "—"}
)


def mend(s: Sentence, surnames: Collection[str]) -> None:
    """Give the cue verbs of a sentence the subjects that the order of the words shows."""
    if surnames:
        _surnames(s, surnames)
    before = (list(s.head), list(s.dep), list(s.tag))
    changed = _articled(s)
    changed = attachment.attach(s) or changed
    changed = _last_word(s) or changed
    if changed:
        s.__post_init__()
    for k in range(1, len(s)):
        if s.low[k] in _SAY and s.tag[k] in _PAST and not s.quoted[k]:
            changed = _inverted(s, k) or _apposed(s, k) or _trailing(s, k) or changed
    if changed:
        if _circular(s):
            s.head, s.dep, s.tag = before
        s.__post_init__()


def _last_word(s: Sentence) -> bool:
    """ ""...," a reservist in Martuni *jokes*.": a verb of speech at the end, taken for a noun in the plural; its subject is the noun
    behind the comma or the quotation.
    """
    k = len(s) - 2
    if (
        k < 4
        or s.low[k + 1] not in (".", "!", "?")
        or s.tag[k] != "NNS"
        or s.quoted[k]
        or s.low[k] not in _SPOKEN
        or s.low[k] == _SPOKEN[s.low[k]]
    ):
        return False
    a = next((m + 1 for m in range(k - 1, 1, -1) if s.low[m] == "," or s.low[m] in QUOTES), None)
    if a is None or s.tag[a] not in ("DT", "PRP$", "NNP") and not s.name[a]:
        return False
    noun = next((m for m in range(a, k) if s.is_noun(m) and not (m + 1 < k and s.is_noun(m + 1))), None)
    if noun is None or any(s.is_verb(m) for m in range(a, k)):
        return False
    root = next((r for r in range(len(s)) if s.head[r] == r), k)
    s.tag[k], s.head[k], s.dep[k] = "VBZ", root, "parataxis"
    for m in range(a, k):
        if not a <= s.head[m] < k:
            s.head[m], s.dep[m] = (k, "nsubj") if m == noun else (noun, s.dep[m])
    if s.head[noun] != k:
        s.head[noun], s.dep[noun] = k, "nsubj"
    return True


def _circular(s: Sentence) -> bool:
    """Whether a word would hang below itself: then the mending was wrong."""
    safe: set[int] = set()
    for k in range(len(s)):
        seen: list[int] = []
        at = k
        while at not in safe and s.head[at] != at:
            seen.append(at)
            at = s.head[at]
            if len(seen) > len(s):
                return True
        safe.update(seen, (at,))
    return False


def _articled(s: Sentence) -> bool:
    """ "In Miami *the mediators* agreed": a known name is parsed without its article, so a word before that is taken for a part of it."""
    changed = False
    for k in range(2, len(s)):
        article = s.text[s.start[k] : s.start[k] + 4].lower() == "the " and s.name[k]
        apart = article and s.dep[k - 1] == "compound" and s.head[k - 1] == k
        if apart and s.tag[k - 2] == "IN" and s.head[k] != k - 2:
            s.head[k - 1], s.dep[k - 1], changed = k - 2, "pobj", True
    return changed


def _surnames(s: Sentence, surnames: Collection[str]) -> None:
    """A capitalised word that ends a name of this text is a name, also at the start of a sentence before a cue."""
    for k, tag in enumerate(s.tag):
        if s.name[k] or tag.startswith("NNP") or not s.text[s.start[k]].isupper():
            continue
        before_cue = k + 1 < len(s) and s.low[k + 1] in _SAY and (k == 0 or not s.low[k - 1][:1].isalnum())
        if (tag.startswith("NN") or before_cue) and fold(s.low[k]) in surnames:
            s.tag[k] = "NNP"


def _inverted(s: Sentence, k: int) -> bool:
    """ "CLAUSE, stated NAME on Monday.": the name right after the cue is its subject."""
    if k < 3 or s.low[k - 1] != "," and s.low[k - 1] not in QUOTES or _SAY[s.low[k]] in _TELL:
        return False
    own = s.child(k, "nsubj")
    if (
        own is not None
        and own < k
        or s.child(k, "nsubjpass", "aux", "auxpass") is not None
        or k + 1 >= len(s)
    ):
        return False
    head = _name_after(s, k + 1)
    if head is None or not any(s.is_verb(v) and finite(s, v) for v in range(k - 1)):
        return False
    if head + 1 < len(s) and s.low[head + 1] not in _AFTER:
        return False
    _attach(s, head, k)
    return True


def _name_after(s: Sentence, a: int) -> int | None:
    """The last token of the name of a person or body that starts at ``a`` ("the Health Ministry", "Anwar Gargash")."""
    b = a
    while (
        b < len(s) and (s.is_name(b) or s.tag[b] in ("DT", "POS", "JJ") or s.is_noun(b)) and not s.quoted[b]
    ):
        b += 1
    last = b - 1
    if last < a or not any(s.is_name(k) for k in range(a, b)):
        return None
    who = s.is_name(last) or s.low[last] in words("names", "bodies") | words("names", "people")
    return last if who and s.low[last] not in words("names", "days") else None


def _apposed(s: Sentence, k: int) -> bool:
    """ "NAME, the newly appointed TITLE for B, revealed during the meeting that ...": the name before the apposition."""
    if s.low[k - 1] != "," or s.child(k, "nsubj", "nsubjpass", "auxpass") is not None:
        return False
    first = next((c for c in range(1, k - 2) if s.low[c] == ","), None)
    if first is None or not s.is_name(first - 1) or first > 8 or k - first > 26 or s.dep[k] == "relcl":
        return False
    if not all(s.is_name(m) or s.is_noun(m) or s.tag[m] in ("DT", "JJ", "POS", "HYPH") for m in range(first)):
        return False
    apposed = s.tag[first + 1] in ("DT", "PRP$", "JJ", "NN", "NNP", "NNS", "WP", "VBN", "RB")
    if not apposed or s.low[first + 1 : first + 2] == ["and"] or _main_before(s, first + 1, k):
        return False
    _attach(s, first - 1, k)
    return True


def _trailing(s: Sentence, k: int) -> bool:
    """ "CLAUSE, the news agency noted.": the noun phrase between comma and cue, where the parse takes another subject."""
    own = s.child(k, "nsubj")
    if own == k - 1 or own is None or not (s.is_noun(k - 1) or s.is_name(k - 1)):
        return False
    if k + 1 < len(s) and s.low[k + 1] not in (".", ";", "!", "?"):
        return False
    a = k - 1
    while a > 0 and (s.is_noun(a - 1) or s.is_name(a - 1) or s.tag[a - 1] in ("DT", "JJ", "POS")):
        a -= 1
    if a < 3 or s.low[a - 1] != "," or not any(s.is_verb(v) and finite(s, v) for v in range(a - 1)):
        return False
    verb = next((v for v in range(a - 2, own, -1) if s.is_verb(v) and not _below(s, own, v)), None)
    if verb is None or own > a:
        return False
    s.dep[verb], s.head[verb] = s.dep[k], s.head[k]
    s.head[own] = verb
    root = next((r for r in range(len(s)) if s.head[r] == r), k)
    s.head[k], s.dep[k] = root, "parataxis"
    _attach(s, k - 1, k)
    return True


def _main_before(s: Sentence, a: int, k: int) -> bool:
    """Whether a finite verb stands between that no relative word opens."""
    relative = s.tag[a] in ("WP", "WDT")
    return not relative and any(s.is_verb(v) and finite(s, v) for v in range(a, k - 1))


def _attach(s: Sentence, noun: int, verb: int) -> None:
    """Make the noun the verb's subject; the verb takes the noun's place where it hung below it."""
    if _below(s, verb, noun):
        s.head[verb] = verb if s.head[noun] == noun else s.head[noun]
        s.dep[verb] = "ROOT" if s.head[verb] == verb else s.dep[noun]
    s.head[noun], s.dep[noun] = verb, "nsubj"
    s.tag[verb] = "VBD" if s.tag[verb] == "VBN" else s.tag[verb]


def _below(s: Sentence, i: int, ancestor: int) -> bool:
    """As Sentence.inside, but safe while the tree is being changed."""
    for _ in range(len(s)):
        if i == ancestor:
            return True
        if s.head[i] == i:
            return False
        i = s.head[i]
    return True
