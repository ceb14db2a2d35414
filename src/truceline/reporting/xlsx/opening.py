"""Opening a workbook that came from outside: nothing in it runs, and none is so large that it fills the memory."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MOST = 200_000_000
"""Bytes of an unpacked workbook: a sheet of ours is far below, and a file made to fill the memory far above."""


class NotWorkbook(ValueError):  # noqa: N818 - it is a file
    """A file that is no workbook which can be read; the message says why and what to do."""


def opened(data: bytes) -> Any:
    """The workbook, to be read row by row and closed. Raises NotWorkbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
            macros = any(part.filename.lower().endswith("vbaproject.bin") for part in packed.infolist())
        if size > MOST:
            raise NotWorkbook(f"unpacked it has {size:,} bytes; at most {MOST:,} are read.")
        if macros:
            raise NotWorkbook("it holds macros: save it as an Excel workbook without macros (.xlsx).")
        return load_workbook(io.BytesIO(data), read_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, SyntaxError, OSError, EOFError) as error:
        raise NotWorkbook(
            "it is no workbook that can be read: save it as an Excel workbook (.xlsx), without a password."
        ) from error
