"""The face of a row tells all that it can show, whoever measures and by whichever of the quantities."""

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.model import Agreement, Cues, Deed, Provision, Target
from truceline.evidence import Basis, Evidence, Figure, Truth
from truceline.status.accounts import weigh
from truceline.status.faces import MUTE, Faces

DAY = date(2025, 12, 24)
TARGETS = (
    Target("trucks", 600, per="day"),
    Target("trucks", 400, 900, per="week", by="north"),
    Target("posts", 5),
    Target("posts", high=9),
)
rows = st.builds(
    lambda **told: Evidence(**told),  # noqa: PLW0108 - Hypothesis makes up every field of a NamedTuple
    matter=st.just("p"),
    holder=st.just("north"),
    truth=st.sampled_from(Truth),
    known=st.just(DAY),
    claim=st.just("c"),
    general=st.booleans(),
    figure=st.one_of(
        st.none(),
        st.builds(
            Figure,
            counts=st.sampled_from(["trucks", "posts", "cows"]),
            low=st.sampled_from([None, 3.0, 450.0, 700.0]),
            high=st.sampled_from([3.0, 600.0, 700.0]),
            basis=st.sampled_from(Basis),
            per=st.sampled_from(["", "day"]),
        ),
    ),
    why=st.sampled_from(["", "a figure", "position only", "future: will be"]),
)


def provision(deed: Deed, targets=TARGETS) -> Provision:
    return Provision("p", "duty", deed, ("north",), targets=targets)


def faces(*made: Provision) -> Faces:
    return Faces(Agreement("a", {}, provisions={p.id: p for p in made}))


@given(rows, rows, st.sampled_from(Deed))
def test_rows_of_one_face_weigh_alike_beside_any_choice_of_targets(one, two, deed):
    duty = provision(deed)
    of = faces(duty).of
    several = [part for n in range(5) for part in combinations(TARGETS, n)]
    weighed = [[weigh(row, duty, part) for part in several] for row in (one, two)]
    if of(one).endswith(MUTE):
        assert {row.truth for row, _ in weighed[0]} == {Truth.UNKNOWN}
        assert not any(row.speaks for row, _ in weighed[0])
    elif of(one) == of(two):
        shown = [[(row.truth, row.speaks, row.general, why) for row, why in rows] for rows in weighed]
        assert shown[0] == shown[1] or one.truth is two.truth is not Truth.UNKNOWN


def test_the_digest_changes_with_what_is_owed_and_counted_and_with_nothing_else():
    duty = provision(Deed.OBLIGATION)
    same = faces(Provision("p", "another name", Deed.OBLIGATION, ("south",), targets=TARGETS))
    first = faces(duty).digest("p")
    assert same.digest("p") == first
    others = [
        provision(Deed.PROHIBITION),
        provision(Deed.OBLIGATION, TARGETS[1:]),
        Provision("p", "duty", Deed.OBLIGATION, ("north",), targets=TARGETS, cues=Cues(counts=("cows",))),
    ]
    assert first not in {faces(other).digest("p") for other in others} | {faces().digest("p")}


def test_figures_beside_an_amount_by_formula_are_of_one_face_only_where_they_are_the_same_of_one_day():
    of = faces(provision(Deed.OBLIGATION, (Target("posts", unit="post", formula="2 * queues"),))).of
    made = [
        Evidence("p", "north", Truth.UNKNOWN, day, "c", figure=Figure("posts", n, n))
        for n, day in ((3, DAY), (3, DAY), (4, DAY), (3, date(2025, 12, 23)))
    ]
    assert of(made[0]) == of(made[1])
    assert len({of(row) for row in made}) == 3
