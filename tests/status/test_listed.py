"""Long lists are read once, when somebody looks, and are then like any tuple."""

from truceline.status.listed import Listed, joined


def listed(*claims, some=None):
    """A list, and the record of how often it was read."""
    read = []
    return Listed(lambda: read.append(1) or claims, some=some), read


def test_nothing_is_read_before_somebody_looks_and_then_once():
    found, read = listed("a", "b")
    assert (repr(found), read) == ("Listed(not read yet)", [])
    assert (list(found), len(found), found[0], found[-1:], "b" in found) == (["a", "b"], 2, "a", ("b",), True)
    assert (read, repr(found)) == ([1], "('a', 'b')")


def test_whether_there_is_any_is_told_without_reading_where_it_is_known():
    known, read = listed("a", some=True)
    assert known
    assert read == []
    unknown, read = listed()
    assert not unknown
    assert read == [1]


def test_it_equals_a_tuple_of_the_same_claims_in_the_same_order():
    assert listed("a", "b")[0] == ("a", "b")
    told = ("a", "b")
    assert told == listed("a", "b")[0]
    assert listed("a", "b")[0] == listed("a", "b")[0]
    assert listed("a", "b")[0] != ("b", "a")
    assert listed("a")[0] != ["a"]
    assert hash(listed("a", "b")[0]) == hash(("a", "b"))


def test_joined_lists_hold_each_claim_once_and_are_read_only_where_all_are_held_already():
    assert joined([("a", "b"), ("b", "c")]) == ("a", "b", "c")
    assert isinstance(joined([("a", "b"), ("b",)]), tuple)
    late, read = listed("b", "c", some=True)
    found = joined([("a", "b"), late])
    assert found
    assert read == []
    assert found == ("a", "b", "c")
