"""The forms of English verbs, made from base forms: the parser runs without a lemmatizer, which would cost a third of its speed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_VOWELS = "aeiou"


def forms(base: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The base, third person, past, past participle and "-ing" form of a verb; ``irregular`` holds the four that differ."""
    if base in irregular:
        return (base, *irregular[base])
    if base.endswith("ee"):
        return (base, f"{base}s", f"{base}d", f"{base}ing")
    if base.endswith("e"):
        return (base, f"{base}s", f"{base}d", f"{base[:-1]}ing")
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return (base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing")
    third = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z")) else f"{base}s"
    return (base, third, f"{base}ed", f"{base}ing")


def table(bases: Iterable[str], irregular: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Each form of the given verbs with its base, so that a token's verb is one look-up."""
    return {form: base for base in bases for form in forms(base, irregular)}
