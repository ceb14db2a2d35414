"""Which tokens a cue verb governs: to its right, to its left (inverted), or on both sides of a parenthesis."""

from __future__ import annotations

from truceline.reading.frames import Frame
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.subjects import finite, object_of
from truceline.reading.vocabulary import load, verb_forms, words

_PARTICIPLES = verb_forms("cues", "say", "stance", "accuse", "carry")
_ASIDES = verb_forms("cues", "asides")
_CONTRAST = frozenset({"while", "whereas"})
_TELL = frozenset({"tell", "inform", "assure", "remind", "advise", "urge", "ask"})


def opened(s: Sentence, i: int) -> bool:
    """Whether a clause or quotation belongs to the verb: "that" or a quote mark soon after, a clause in the parse, or inversion."""
    if (
        s.child(i, "ccomp", "parataxis") is not None
        or s.dep[i] in ("parataxis", "ccomp")
        and s.low[max(0, s.left[i] - 1)] == ","
    ):
        return True
    end = skipped(s, i, "")
    if end < len(s) and (s.low[end] in ("that", ":") or s.low[end] in QUOTES):
        return True
    return end + 1 < len(s) and s.low[end] == "," and s.low[end + 1] in QUOTES or _closes(s, end)


def skipped(s: Sentence, i: int, base: str) -> int:
    """The token after the cue with its particle, addressee, occasion and day: where the content may start."""
    at = i + 1
    while at < len(s):
        if (
            (
                s.dep[at] == "prt"
                or s.low[at] in ("also", "too", "again", "earlier", "later", "recently")
                and s.tag[at].startswith("RB")
            )
            or s.low[at] in words("names", "days")
            or s.dep[at] == "npadvmod"
            and s.tag[at] == "NNP"
        ):
            at += 1
        elif s.tag[at] in ("IN", "TO") and s.low[at] != "that" and _occasion(s, at):
            at = _end(s, at) + 1
        elif s.tag[at] == "IN" and s.low[at] != "that" and (that := _that_after(s, at)) is not None:
            at = that
        elif base in _TELL and at == i + 1 and (end := addressee(s, i)) is not None:
            at = end + 1
        else:
            break
    return at


def _that_after(s: Sentence, prep: int) -> int | None:
    """The "that" right after a phrase of time or place: "revealed during the Washington meeting that ..."."""
    for k in range(prep + 1, min(len(s) - 1, prep + 9)):
        if s.low[k] == "that":
            return k if s.tag[k] == "IN" else None
        if (
            s.is_verb(k)
            or s.tag[k] in ("IN", "WDT", "CC")
            or s.low[k] in (",", ";", ":")
            or s.low[k] in QUOTES
        ):
            return None
    return None


def addressee(s: Sentence, i: int) -> int | None:
    """The last token of whom the verb speaks to: the name or noun phrase right after it."""
    at = i + 1
    while at < len(s) and (
        s.is_noun(at) or s.is_name(at) or s.tag[at] in ("DT", "JJ", "PRP", "PRP$", "POS") and not s.quoted[at]
    ):
        if at > i + 1 and s.tag[at] == "DT" and (s.is_noun(at - 1) or s.is_name(at - 1)):
            break  # "told Harbour Radio an hour later"
        at += 1
    while at - 1 > i and s.low[at - 1] in words("names", "days"):
        at -= 1
    return at - 1 if at - 1 > i else None


def _end(s: Sentence, at: int) -> int:
    """The end of a phrase, cut before a comma, a quote mark or "that"."""
    last = at
    for k in range(at + 1, s.right[at] + 1):
        if s.low[k] in (",", ";", ":", "that", ".") or s.low[k] in QUOTES:
            break
        last = k
    return last


def _occasion(s: Sentence, prep: int) -> bool:
    """Whether a preposition opens a time, an occasion or an audience: "on Friday", "in an interview with", "to reporters"."""
    noun = object_of(s, prep)
    if noun is None:
        return False
    if s.low[noun] in words("names", "days") | words("names", "occasion") | words(
        "names", "audience"
    ) | words("names", "outlets"):
        return True
    return (
        s.low[prep] in ("to", "with", "on")
        and s.is_name(noun)
        and s.low[prep] == "to"
        or s.low[noun] in ("x", "x.", "twitter", "facebook")
    )


def _closes(s: Sentence, at: int) -> bool:
    """Whether nothing but an end, a trailing participle or another cue follows: then what was said stands to the left."""
    if at >= len(s) or s.low[at] in (".", "!", "?", ";", "”", '"', ")") and at >= len(s) - 2:
        return True
    if s.low[at] == ";":
        return True
    if s.low[at] != "," or at + 1 >= len(s):
        return False
    if any(s.low[k] in _PARTICIPLES and s.tag[k] == "VBG" for k in range(at + 1, min(at + 3, len(s)))):
        return True
    return s.low[at + 1] == "according" or _short_cue(s, at + 1)


def _short_cue(s: Sentence, at: int) -> bool:
    """ "..., Sputnik reported." at the end of a sentence: at most six words, with a verb of speech last."""
    rest = [k for k in range(at, len(s)) if s.low[k] not in (".", "”", '"')]
    return 0 < len(rest) <= 7 and any(s.low[k] in _PARTICIPLES and s.is_verb(k) for k in rest[1:])


def governed(s: Sentence, frame: Frame) -> bool:
    """Fill in the frame's content and the end of its cue; False where the verb governs nothing."""
    assert frame.source is not None
    i, source = frame.cue, frame.source
    after = skipped(s, i, frame.base)
    if frame.same is None and source.a > i and source.a <= after + 1:
        after = max(after, skipped(s, source.b, ""))
    first = (
        min(source.a, _first_of_verb(s, i))
        if frame.same is None and source.b < i or source.a > i
        else _first_of_verb(s, i)
    )
    frame.cue_end = i
    if frame.sort in ("say", "document") and _said_before(s, frame, first, after):
        return bool(frame.content)
    start = _first_of_verb(s, i) if frame.whole else _content_start(s, frame, after)
    frame.cue_end = i if frame.whole else max(i, start - 1)
    end = _limit(s, frame)
    if end - start < (1 if frame.whole else 0):
        return False
    frame.content = [(start, end)]
    return not only_named(s, frame, start, end)


def only_named(s: Sentence, frame: Frame, a: int, b: int) -> bool:
    """Whether the content only names that something was said: "had voiced a similar condition", "repeated the same view"."""
    b -= b > a and not s.low[b][:1].isalnum()
    told = s.low[a : b + 1]
    like = len(told) <= 4 and any(w in ("similar", "same", "identical", "like") for w in told)
    return (
        frame.sort in ("say", "stance")
        and like
        and not frame.inverted
        and s.is_noun(b)
        and not any(s.quoted[a : b + 1])
    )


def _first_of_verb(s: Sentence, i: int) -> int:
    aux = [k for k in s.kids[i] if k < i and s.dep[k] in ("aux", "auxpass", "neg", "advmod")]
    return min([i, *aux])


def _said_before(s: Sentence, frame: Frame, first: int, after: int) -> bool:
    """Inverted ("..., Naim said.") or in parenthesis ("The plan, he said, would ..."): set the content to the left (and right)."""
    if first < 2 or frame.same is not None:
        return False
    before = s.low[first - 1]
    if before not in (",", "-", "–", "—") and before not in QUOTES and before not in ("?", "!"):
        return False
    left = (0, first - 1)
    after = max(after, _tail(s, frame, first, after))
    closing = _closes(s, after)
    aside = after < len(s) and s.low[after] in (",", ":", ".") and not _adverbial(s, first - 1)
    aside = aside or _parenthesis(s, frame, first, after)
    quote_before = before in QUOTES or first >= 2 and s.low[first - 2] in QUOTES
    if not closing and not (aside and (quote_before or before == ",")):
        return False
    taken = s.child(frame.cue, "dobj") is not None and frame.base not in _TELL
    if closing and taken and not quote_before and s.left[frame.cue] >= first:
        return False
    frame.inverted = True
    frame.cue_end = max(frame.cue, after - 1)
    frame.content = [left]
    follows = after + 1 < len(s) and not _short_cue(s, after + 1) and s.low[after + 1] != "according"
    goes_on = after + 1 < len(s) and (s.low[after + 1] in QUOTES or s.low[after] == ";")
    if not closing and follows or closing and goes_on:
        frame.content.append((after + 1, len(s) - 1))
    return True


def _parenthesis(s: Sentence, frame: Frame, first: int, after: int) -> bool:
    """ "Up there, the boy reckons, are a few hundred": a cue and its subject alone between commas, whatever stands in front."""
    source = frame.source
    if (
        source is None
        or s.low[first - 1] != ","
        or after + 2 >= len(s)
        or s.low[after] != ","
        or after != frame.cue + 1
    ):
        return False
    own = first == source.a and source.b < frame.cue <= source.b + 2
    following = s.low[after + 1]
    return (
        own
        and following not in QUOTES
        and following != "that"
        and s.tag[after + 1] in ("VBZ", "VBP", "VBD", "MD", "VB")
    )


def _tail(s: Sentence, frame: Frame, first: int, after: int) -> int:
    """Where the telling ends that follows a statement: "CLAUSE, X announced at its opening, ...", "CLAUSE, said X in figures
    that Y carried". After a name behind the cue anything up to the next break; else a place, time or manner only.
    """
    if after >= len(s) or s.tag[after] not in ("IN", "TO") or not _stated(s, 0, first - 1):
        return after
    stop = next((k for k in range(after, len(s)) if s.low[k] in (",", ";") or s.low[k] in QUOTES), len(s) - 1)
    assert frame.source is not None
    behind = frame.source.a > frame.cue
    tensed = any(
        s.tag[k] in ("VBD", "VBZ", "VBP", "MD") or s.low[k] == "that" and not behind
        for k in range(after, stop)
    )
    return stop if not tensed or behind else after


def _stated(s: Sentence, a: int, b: int) -> bool:
    """Whether a stretch tells something by itself: a finite verb with its subject, not opened by "when" or "as"."""
    return any(
        s.is_verb(k)
        and (finite(s, k) or s.dep[k] == "ROOT")
        and s.dep[k] not in ("relcl", "acl", "advcl")
        and (own := s.child(k, "nsubj", "nsubjpass", "expl")) is not None
        and own >= a
        for k in range(a, b)
    )


def _adverbial(s: Sentence, comma: int) -> bool:
    """Whether what stands before the comma only sets the scene ("In a statement,", "However,")."""
    if s.tag[0] in ("IN", "RB", "VBG", "TO", "CC", "RBR") or s.low[0] in ("with", "speaking"):
        return not any(s.is_verb(k) and s.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(comma))
    return False


def _content_start(s: Sentence, frame: Frame, after: int) -> int:
    start = after
    particles = load("cues")["opens"].get(frame.base, ())
    while start < len(s) - 1 and (
        s.low[start] in ("that", ",", ":") or start == after and s.low[start] in particles
    ):
        start += 1
    return start


def aside(s: Sentence, a: int, b: int) -> int | None:
    """Where the outlet's comment starts in a stretch: ", underscoring ..." (gold/GUIDELINES 21), outside quotations."""
    for k in range(a + 1, b):
        if s.low[k - 1] == "," and s.low[k] in _ASIDES and s.tag[k] == "VBG" and not s.quoted[k]:
            return k
    return None


def _limit(s: Sentence, frame: Frame) -> int:
    """The last token that the cue may govern: the end of the sentence, of its own clause, or before the outlet's "but"."""
    i = frame.cue
    end = len(s) - 1
    inner = s.dep[i] == "advcl" or s.dep[i] == "ccomp" and s.head[i] > i
    if s.dep[i] in ("relcl", "acl") or inner and s.tag[i] != "VBG" and frame.same is None:
        end = s.right[i] if s.right[i] > i else _break(s, i)
    turn = _turn(s, frame)
    comment = aside(s, i, end) if frame.sort != "document" else None
    added = _added(s, i, frame.sort)
    return min([end, *(k - 1 for k in (turn, comment, added) if k is not None)])


def _added(s: Sentence, i: int, sort: str) -> int | None:
    """Where the outlet adds something: ", a claim he used to deny", to a stance also ", producing a photograph"."""
    for k in range(i + 2, len(s) - 3):
        if s.low[k] != "," or s.quoted[k]:
            continue
        doing = (
            sort == "stance"
            and s.tag[k + 1] == "VBG"
            and s.head[k + 1] == i
            and s.low[k + 1] not in _PARTICIPLES
        )
        named = s.low[k + 2] in words("cues", "nouns") or s.low[k + 2] in ("number", "figure")
        called = named and s.low[k + 1] in ("a", "an") and s.low[k + 3] in ("it", "he", "she", "they")
        if doing or called:
            return k
    return None


def _break(s: Sentence, i: int) -> int:
    """The last token before the next comma, for a clause that the parse cuts off at its verb."""
    return next((k - 1 for k in range(i + 2, len(s)) if s.low[k] in (",", ";")), len(s) - 1)


def _next_clause(s: Sentence, frame: Frame) -> int | None:
    """Where a clause with a subject of its own is joined to the cue: any to a cue that is itself the claim ("X counts 12, and
    Y uses 14"), another cue to the others ("X said it is open, while Y said it is shut").
    """
    i = frame.cue
    for v in s.kids[i]:
        own = s.child(v, "nsubj", "nsubjpass") if s.is_verb(v) else None
        if own is None or own <= i:
            continue
        cue = s.low[v] in _PARTICIPLES and s.tag[v] != "VBG"
        mark = s.child(v, "mark")
        if s.dep[v] == "conj" and (frame.whole or cue):
            return s.left[own] - 1
        if (
            s.dep[v] == "advcl"
            and mark is not None
            and s.low[mark] in ("while", "whereas", "although")
            and cue
        ):
            return mark
    return _contrasted(s, i)


def _contrasted(s: Sentence, i: int) -> int | None:
    """ ", while medics said ...": another source set against this one, wherever the parse hangs it."""
    for k in range(i + 2, len(s) - 3):
        if s.low[k] not in _CONTRAST or s.low[k - 1] != "," or s.quoted[k]:
            continue
        for v in range(k + 1, min(k + 9, len(s))):
            own = (
                s.child(v, "nsubj")
                if s.low[v] in _PARTICIPLES and s.is_verb(v) and s.tag[v] != "VBG"
                else None
            )
            if own is not None and k < own < v and s.tag[own] != "PRP":
                return k
    return None


def _turn(s: Sentence, frame: Frame) -> int | None:
    """Where the outlet takes over again: "The ministry says it is fair but it opens the way to ...".

    Only without "that" and outside quotation marks; with a text as its subject also "but falls short of" and the like.
    """
    if (joined := _next_clause(s, frame)) is not None:
        return joined
    that = s.low[frame.cue + 1 : frame.cue + 2] == ["that"] or "that" in s.low[frame.cue : frame.cue + 8]
    for k in range(frame.cue + 2, len(s) - 2):
        if s.low[k] not in ("but", "yet") or s.quoted and s.quoted[k]:
            continue
        after = s.low[k + 1]
        if frame.sort == "document" and after in (
            "falls",
            "fell",
            "fails",
            "failed",
            "lacks",
            "lacked",
            "leaves",
            "does",
            "offers",
        ):
            return k
        own = s.tag[k + 1] in ("PRP", "DT", "NNP", "PRP$") and any(
            s.dep[v] in ("conj", "ROOT", "ccomp")
            and s.child(v, "nsubj", "nsubjpass") is not None
            and s.left[v] <= k + 1 <= v
            for v in range(k + 1, min(k + 10, len(s)))
        )
        if not that and own and frame.sort in ("say", "stance", "document"):
            return k
    return None
