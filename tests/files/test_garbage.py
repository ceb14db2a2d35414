"""The collector rests while many objects are made, and goes on as it was."""

import gc
from contextlib import suppress

import pytest

from truceline.files.garbage import uncollected


@pytest.fixture(autouse=True)
def _as_before():
    was, frozen = gc.isenabled(), gc.get_freeze_count()
    yield
    (gc.enable if was else gc.disable)()
    if not frozen:
        gc.unfreeze()


def test_it_rests_meanwhile_and_works_again_after_an_error():
    gc.enable()
    seen = []
    with suppress(ValueError), uncollected():
        seen.append(gc.isenabled())
        int("no number")
    assert seen == [False]
    assert gc.isenabled()


def test_one_that_was_off_stays_off():
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()


def test_what_was_made_is_still_collected_once_nobody_holds_it():
    gc.enable()
    with uncollected():
        made = []
        made.append(made)
        seen = id(made)
    del made
    gc.collect()
    assert all(id(each) != seen for each in gc.get_objects())
    assert gc.get_freeze_count() == 0


def test_what_somebody_else_keeps_out_of_its_sight_stays_there():
    gc.enable()
    gc.freeze()
    held = gc.get_freeze_count()
    with uncollected():
        pass
    assert 0 < gc.get_freeze_count() <= held
