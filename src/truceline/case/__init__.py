"""A case folder, opened: ``truceline.open(path)``.

Its names are imported when they are first asked for: whoever wants the table of evidence alone waits for nothing else.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from truceline.case.case import Case, open_case
    from truceline.case.context import Context
    from truceline.case.past import NotShown
    from truceline.case.reading import Reading
    from truceline.case.settings import CaseSettings
    from truceline.case.store import Held, LeftOut, Signature

__all__ = [
    "Case",
    "CaseSettings",
    "Context",
    "Held",
    "LeftOut",
    "NotShown",
    "Reading",
    "Signature",
    "open_case",
]
_WHERE = {
    "Case": "case",
    "CaseSettings": "settings",
    "Context": "context",
    "Held": "store",
    "LeftOut": "store",
    "NotShown": "past",
    "Reading": "reading",
    "Signature": "store",
    "open_case": "case",
}


def __getattr__(name: str) -> Any:
    """The name out of its module (PEP 562)."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    return found
