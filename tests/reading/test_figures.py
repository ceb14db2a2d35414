import pytest

from truceline.evidence import Basis, Kind


def figures(claims):
    return [c.payload for c in claims if c.kind is Kind.FIGURE]


@pytest.mark.parametrize(
    ("words", "low", "high", "approximator"),
    [
        ("more than 1,250 raids", 1250, None, "more than"),
        ("at least 40 raids", 40, None, "at least"),
        ("over 40 raids", 40, None, "over"),
        ("up to 900 raids", None, 900, "up to"),
        ("fewer than 900 raids", None, 900, "fewer than"),
        ("around 70 raids", 70, 70, "around"),
        ("nearly 70 raids", 70, 70, "nearly"),
        ("70 raids", 70, 70, ""),
        ("between 10 and 12 raids", 10, 12, "range"),
        ("10 to 12 raids", 10, 12, "range"),
        ("10-12 raids", 10, 12, "range"),
        ("seven raids", 7, 7, ""),
        ("twenty-one raids", 21, 21, ""),
        ("2.5 million raids", 2_500_000, 2_500_000, ""),
        ("dozens of raids", 24, None, "dozens"),
        ("tens of thousands of raids", 20_000, None, "tens of thousands"),
        ("half a dozen raids", 6, 6, ""),
        ("a score of raids", 20, 20, ""),
        ("several hundred raids", 200, None, "several hundred"),
        ("a few dozen raids", 24, None, "a few dozen"),
        ("one hundred and six raids", 106, 106, ""),
        ("two to three thousand raids", 2000, 3000, "range"),
        ("half a million raids", 500_000, 500_000, ""),
        ("two or three raids", 2, 3, "range"),
        ("a dozen or more raids", 12, None, "or more"),
        ("another 12 raids", 12, 12, ""),
    ],
)
def test_the_bound_of_a_number_is_kept(read, words, low, high, approximator):
    (figure,) = figures(read(f"Odell said that Norland had carried out {words}."))
    assert (figure.low, figure.high, figure.approximator) == (low, high, approximator)
    assert figure.counts == "raids"


@pytest.mark.parametrize(
    ("text", "basis", "per", "base", "as_of"),
    [
        ("There were 12 raids a day.", Basis.RATE, "day", "", ""),
        ("There were 12 raids per week.", Basis.RATE, "week", "", ""),
        ("There were 12 raids since 11 October.", Basis.TOTAL, "", "XXXX-10-11", ""),
        ("There were 12 raids since October 11, 2025.", Basis.TOTAL, "", "2025-10-11", ""),
        (
            "There were 12 raids between 10 October and 2 December.",
            Basis.TOTAL,
            "",
            "XXXX-10-10",
            "XXXX-12-02",
        ),
        ("There were 12 raids between 13 and 21 November.", Basis.NEW, "", "XXXX-11-13", "XXXX-11-21"),
        ("There were 12 raids in the last 24 hours.", Basis.NEW, "", "", ""),
        ("Norland carried out 12 raids on Monday.", Basis.NEW, "", "", ""),
        ("Norland had carried out 12 raids on Monday.", Basis.NEW, "", "", ""),
        ("Norland had released all 24 detainees on Monday.", Basis.TOTAL, "", "", ""),
        ("The 24 detainees were released on Monday.", Basis.TOTAL, "", "", ""),
        ("Norland had released all 24 detainees this week.", Basis.NEW, "", "", ""),
    ],
)
def test_rate_total_and_new_are_kept_apart(read, text, basis, per, base, as_of):
    figure = figures(read(text))[0]
    assert (figure.basis, figure.per, figure.base, figure.as_of) == (basis, per, base, as_of)


@pytest.mark.parametrize(
    "text",
    [
        "Odell said that resolution 2803 was clear.",
        "Odell said that phase 2 would begin.",
        "Odell said that the 20-point plan was dead.",
        "Odell said that 82 mm mortars and T-72 tanks stood there.",
        "Odell said that they met at six on Monday.",
        "Odell said that Ana Ruiz, 34, was there.",
        "Odell said that a boy of fifteen was there.",
        "Odell said that they met on 12, 14 and 19 September.",
        "Odell said that a third round would follow.",
        "Odell said that the one side had spoken.",
        "Odell said that the truce of 18 March 2025 was over.",
        "Odell said that the war began in 2006.",
        "Odell said that the truce ran from November 24-30.",
        "Odell said that they met at 10:30 a.m.",
        "Odell said that the two sides would meet.",
        "Odell said that it was one of many reasons.",
        "· 4 min read",
    ],
)
def test_years_dates_names_and_bylines_are_no_figures(read, text):
    assert figures(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norland said families may call 0912 000 118.",
        "Norland said that drivers should ring 0144 30 77 first.",
        "1130 Radio North, quoting Norland, said the road was open.",
    ],
)
def test_telephone_numbers_and_the_times_of_a_radio_log_are_no_figures(read, text):
    assert figures(read(text)) == []


def test_four_digits_before_a_plural_are_a_count_all_the_same(read):
    assert [f.low for f in figures(read("Norland said 1130 raids were flown."))] == [1130]
    assert [f.low for f in figures(read("1130 Norlanders crossed, Norland said."))] == [1130]


def test_killed_and_injured_are_two_figures(read):
    found = figures(
        read(
            "Odell said the raids led to the killing of more than 31 villagers and the injury of around 200 others."
        )
    )
    assert [(f.counts, f.low, f.high) for f in found] == [("killed", 31, None), ("injured", 200, 200)]


def test_parts_are_figures_of_their_own_and_make_up_the_total(read):
    found = figures(
        read("The ministry counted 100 breaches: 60 cases of shooting, 30 incursions and 10 raids.")
    )
    assert [f.low for f in found] == [100, 60, 30, 10]
    assert found[0].parts == (("shooting", 60), ("incursions", 30), ("raids", 10))


def test_whose_acts_are_counted_stands_in_the_texts_words(read):
    assert figures(read("Odell counted 40 Norlandish violations."))[0].side == "Norlandish"
    assert figures(read("Odell counted 40 violations by Norlandish forces."))[0].side == "Norlandish forces"


def test_a_number_without_a_noun_takes_that_of_the_figure_before(read):
    found = figures(
        read("The force could include up to 9,000 troops, with 2,500 expected to come from Indonesia.")
    )
    assert [(f.low, f.high, f.counts) for f in found] == [(None, 9000, "troops"), (2500, 2500, "troops")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Odell said that a third of the lorries had left.", [(33.3, 33.3, "percent")]),
        ("Odell said that nearly two thirds of the lorries had left.", [(66.7, 66.7, "percent")]),
        ("Odell said that half of them had left.", [(50, 50, "percent")]),
        ("Odell said that 12 per cent of the lorries had left.", [(12, 12, "percent")]),
        ("Odell said that none of the lorries had left.", [(0, 0, "lorries")]),
        ("Odell said that no one was hurt.", [(0, 0, "")]),
        ("Odell said that they had met twice.", [(2, 2, "times")]),
        ("Odell said that a two-year mandate was too long.", [(2, 2, "years")]),
        ("Odell said that there was a fortnight left.", [(14, 14, "days")]),
    ],
)
def test_shares_nothing_and_lengths_of_time_are_figures(read, text, expected):
    assert [(f.low, f.high, f.unit) for f in figures(read(text))] == expected


def test_a_change_of_a_figure_is_two_figures(read):
    found = figures(read("Odell said that the number of raids rose from 12 to 19 a week."))
    assert [(f.low, f.high, f.counts) for f in found] == [(12, 12, "raids"), (19, 19, "raids")]


def test_a_part_and_its_whole_are_two_figures_of_the_same_thing(read):
    found = figures(read("Odell said that 31 of 38 lorries had left."))
    assert [(f.low, f.counts) for f in found] == [(31, "lorries"), (38, "lorries")]


def test_a_part_of_those_told_before_takes_their_rate_and_not_their_place(read):
    found = figures(read("Odell asked for 600 lorries a day, 50 of them with fuel. He had counted 400."))
    assert [(f.low, f.basis, f.counts) for f in found] == [
        (600, Basis.RATE, "lorries"),
        (50, Basis.RATE, "lorries"),
        (400, Basis.RATE, "lorries"),
    ]


def test_the_label_before_a_colon_is_what_is_counted(read):
    (figure,) = figures(read("Patrols by boat: 9"))
    assert (figure.low, figure.counts) == (9, "Patrols")


def test_the_head_of_a_column_is_what_a_table_counts(read):
    found = figures(
        read(
            "Weapons seen last week\n\nArea | seen | of which howitzers\nNorth | 24 | 9\nSouth 2 | 31 | 14\n"
        )
    )
    assert [(f.low, f.counts) for f in found] == [
        (24, "weapons seen"),
        (9, "howitzers"),
        (31, "weapons seen"),
        (14, "howitzers"),
    ]


@pytest.mark.parametrize(
    "number", ["9" * 17, "9" * 400, "a million million million million", "7712①0", "①", "²"]
)
def test_a_number_that_cannot_be_held_exactly_is_no_figure(read, number):
    assert figures(read(f"Odell said that {number} raids had been counted.")) == []


def test_the_largest_whole_number_that_is_held_exactly_is_read(read):
    assert figures(read("Odell said that 9007199254740992 raids had been counted."))[0].low == 2**53


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Odell said that articles 3 and 9 stand.", []),
        ("Odell said that the two delegations met.", []),
        ("Odell said that a hundred and sixty raids took place.", [160]),
        ("Odell said that the first hundred rifles were handed over.", [100]),
        ("Odell said that she opened five files: three on uniforms, one on a drone.", [1, 3, 5]),
    ],
)
def test_runs_of_labels_are_no_figures_and_long_or_listed_numbers_are(read, text, figure):
    assert sorted(f.low for f in figures(read(text))) == figure


def test_at_least_bounds_the_number_that_is_joined_to_it_too(read):
    found = figures(read("Odell said that at least 40 people were killed and 60 injured."))
    assert [(f.low, f.high) for f in found] == [(40, None), (60, None)]


def test_what_is_told_of_a_bare_number_is_part_of_what_it_counts(read):
    found = figures(read("Odell said that 40 rifles were handed over. Six were broken, she said."))
    assert [f.counts for f in found][-1] == "rifles broken"


def test_a_number_whose_thing_is_taken_from_words_before_is_doubtful(read):
    claims = read("Odell said that the patrols must stop. Nearly 60 had passed the village, she said.")
    (claim,) = [c for c in claims if c.kind is Kind.FIGURE]
    assert any("taken from the words before" in d.reason for d in claim.doubt)


def test_a_rival_number_counts_from_the_same_day(read):
    found = figures(read("The mission put the breaches since 20 March at 97. The army counts 210."))
    assert [f.base for f in found] == ["XXXX-03-20", "XXXX-03-20"]


def test_a_date_that_names_the_truce_is_no_period_of_the_figure(read):
    (figure,) = figures(read("Odell said that Norland violated the truce of January 266 times."))
    assert figure.basis is Basis.TOTAL


def test_a_page_counts_from_and_to_what_its_head_says(read):
    text = "BREACHES, 17 MARCH - 14 JULY 2031\n\n- Overflights: 141\n- Cables cut: 2\n"
    assert {(f.base, f.as_of) for f in figures(read(text))} == {("2031-03-17", "2031-07-14")}


def test_a_multiplier_after_a_multiplier_multiplies(read):
    assert [f.low for f in figures(read("Odell said that a thousand million dinars were owed."))] == [1e9]


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("the Guard hands over thirty guns", (30, 30)),
        ("the team went over twice", (2, 2)),
        ("they met over three evenings", (3, 3)),
        ("Norland holds over thirty guns", (30, None)),
    ],
)
def test_over_bounds_a_number_only_where_it_is_no_part_of_a_verb_or_of_a_time(read, words, bounds):
    assert [(f.low, f.high) for f in figures(read(f"Odell said that {words}."))] == [bounds]


@pytest.mark.parametrize(
    "words", ["Norland has given up not a single gun", "Norland lists 88 breaches and none by its own side"]
)
def test_not_a_single_thing_and_none_are_nothing(read, words):
    assert figures(read(f"Odell said that {words}."))[-1].high == 0


def test_a_table_whose_columns_are_times_counts_what_its_rows_name(read):
    text = "The accord, in figures\nWhat | Promised | Reached\nHeavy guns handed over | 112 | 46\nPolice | 4,000 | 740\n"
    assert [f.counts for f in figures(read(text))] == [
        "heavy guns handed over promised",
        "heavy guns handed over reached",
        "police promised",
        "police reached",
    ]


def test_a_label_before_a_wide_gap_is_what_is_counted(read):
    assert [f.counts for f in figures(read("Weekly bulletin\nPatrols    57\nShots heard    12\n"))] == [
        "Patrols",
        "Shots",
    ]


def test_who_is_said_to_disagree_is_no_label(read):
    text = "Odell said that 40 complaints were settled. A diplomat disagreed: three had been settled by telephone."
    assert [f.counts for f in figures(read(text))][-1] == "complaints settled"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Odell said that “hundreds” of guns were buried.", "guns"),
        ("The force, Odell said, is to number 8,500.", "force"),
        ("Odell said that the council voted 44 to 5.", "votes"),
        ("Odell said that nine states gave $7 billion.", "dollars"),
        ("We counted the planks. There are 212, said Odell.", "planks"),
        ("We count the dead, and there were six, said Odell.", "dead"),
        ("Odell would not say how many fighters had left. Dozens were still there, she said.", "fighters"),
    ],
)
def test_what_is_counted_is_found_behind_marks_before_measures_and_in_what_somebody_counts(
    read, text, counts
):
    assert figures(read(text))[-1].counts == counts
