from truceline.reading.frames import Frame, Phrase, nest


def frame(cue, source, content):
    return Frame(cue, cue, "say", "say", Phrase(source, source, source), [content])


def depths(frames):
    """How many frames stand around each, walked as the passage walks; ends only where no frame stands in its own words."""
    found = []
    for one in frames:
        seen, at = [], one.parent
        while at is not None:
            assert at not in seen
            seen.append(at)
            at = at.parent
        found.append(len(seen))
    return found


def test_a_cue_in_what_another_governs_stands_in_its_words():
    outer, inner = frame(1, 0, (2, 9)), frame(5, 4, (6, 9))
    nest([outer, inner])
    assert inner.parent is outer
    assert outer.parent is None


def test_three_cues_that_govern_one_another_in_a_ring_make_no_endless_chain():
    ring = [frame(2, 1, (8, 12)), frame(6, 5, (0, 3)), frame(10, 9, (4, 7))]
    nest(ring)
    assert max(depths(ring)) <= 2


def test_a_text_whose_cues_govern_one_another_is_read(read):
    assert read("the officer dug royal an nine,” They ＂promised burial We detail for“ nine. said. of")
