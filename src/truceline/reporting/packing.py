"""Files that are zip archives, the same bytes for the same content: a digest of one can be checked by making it again."""

from __future__ import annotations

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIXED = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can tell, for every part."""
_CORE = "docProps/core.xml"
_MADE = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")


def packed(archive: bytes) -> bytes:
    """The archive of a workbook or document without the moment at which it was made."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as held, ZipFile(out, "w") as made:
        for part in held.infolist():
            content = held.read(part)
            info = ZipInfo(part.filename, FIXED)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
            made.writestr(info, _MADE.sub(b"", content) if part.filename == _CORE else content)
    return out.getvalue()
