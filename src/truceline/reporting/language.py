"""The report's language: which way it runs, and the fixed words of the page in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from truceline.files import yaml

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """``rtl`` or ``ltr`` for a BCP 47 tag."""
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


@cache
def _table(language: str) -> Mapping[str, str]:
    file = Path(__file__).with_name("languages") / f"{language}.yaml"
    if not file.is_file():
        return {}
    return {str(k): str(v) for k, v in yaml.own(file).items()}


def translator(language: str) -> Callable[[str], str]:
    """A function from a fixed English phrase to the language's; a phrase without a translation stays English."""
    table = _table(language.partition("-")[0].lower())
    return lambda phrase: table.get(phrase, phrase)
