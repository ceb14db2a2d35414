"""Settings that every test shares."""

import os

os.environ.pop("COLUMNS", None)  # a test reads what a file would hold, whatever terminal it was started in

from hypothesis import settings

# Machines differ in speed, so no example may fail for being slow. CI must give the same answer twice.
settings.register_profile("house", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")
