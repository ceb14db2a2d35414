"""``PYTHONPATH=tests/docs .venv/bin/python -m questions FOLDER`` makes the case that docs/questions.md asks."""

import sys
from pathlib import Path

from questions import made

if len(sys.argv) != 2:
    sys.exit("Name the folder to make: PYTHONPATH=tests/docs .venv/bin/python -m questions questions")
made(Path(sys.argv[1]))
