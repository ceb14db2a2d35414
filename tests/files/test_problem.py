import pytest

from truceline.files import closest


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("sudlnd", "sudland"),
        ("usdland", "sudland"),
        ("norland", ""),
        ("joint_comision", "joint_commission"),
        ("I7", ""),
    ],
)
def test_the_closest_name_is_one_of_which_the_word_is_a_slip_of_the_hand(word, meant):
    assert closest(word, ["poland", "sudland", "joint_commission", "I1"]) == meant
