import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.actors import Actor, Lexicon

NAIM = Actor(
    "naim",
    "Bassem Naim",
    "hamas",
    aliases=("Naim", "Na'im", "Bassem Na'im"),
    titles=("a senior member of the movement",),
)
HAMAS = Actor("hamas", "Hamas", names={"ar": "حماس", "he": "חמאס"}, titles=("the movement",))
SMALL = Lexicon([NAIM, HAMAS])
BUILTIN = Lexicon.builtin()


def names(lexicon, text, **wanted):
    return [(m.text, *m.actors) for m in lexicon.mentions(text, **wanted)]


def test_the_longest_name_that_stands_as_whole_words_is_found():
    assert names(SMALL, "Bassem Naim of Hamas") == [("Bassem Naim", "naim"), ("Hamas", "hamas")]
    assert names(SMALL, "Naimy and Hamasite") == []


@pytest.mark.parametrize("written", ["Na'im", "Na’im", "Naʼim", "Naim", "NAIM", "Nàim"])
def test_spellings_of_one_name_are_one_person(written):
    assert names(SMALL, f"said {written}, a member") == [(written, "naim")]


def test_possessives_keep_the_name():
    assert names(SMALL, "Hamas’s position; Naim's list") == [("Hamas", "hamas"), ("Naim", "naim")]


def test_arabic_and_hebrew_names_are_found_behind_joined_words():
    assert names(BUILTIN, "قالت حماس وإسرائيل وفي مصر للولايات المتحدة")[1:] == [
        ("إسرائيل", "israel"),
        ("مصر", "egypt"),
        ("للولايات المتحدة", "us"),
    ]
    assert [m.actors for m in BUILTIN.mentions("חמאס וישראל, לישראל")] == [
        ("hamas",),
        ("israel",),
        ("israel",),
    ]


HEBREW = (
    ("כשחמאס סירבה", "hamas"),
    ("ולכשישראל תיסוג", "israel"),
    ("משישראל נסוגה", "israel"),
    ("שחמאס אישרה", "hamas"),
    ("חַמָאס הודיעה", "hamas"),
    ("דובר צה״ל אמר", "idf"),
    ('דובר צה"ל אמר', "idf"),
    ("לחיזבאללה ולחזבאללה", "hezbollah"),
    ("נמסר בארצות־הברית", "us"),
    ("נמסר מארה״ב", "us"),
    ("שליח האו״ם לאזור", "un"),
    ("נמסר לאו״ם אתמול", "un"),
    ("הועבר לרשות הפלסטינית", "palestinian_authority"),
    ("אונר״א מסרה", "unrwa"),
)
ARABIC = (
    ("وبحماس ولحماس", "hamas"),
    ("فإسرائيل رفضت", "israel"),
    ("قالت اسرائيل", "israel"),
    ("إِسْرَائِيلُ", "israel"),
    ("إســـرائيل", "israel"),
    ("الأمم المتحدة", "un"),
    ("والامم المتحده", "un"),
    ("وللأمم المتحدة", "un"),
    ("بالولايات المتحدة", "us"),
    ("المانيا", "germany"),
    ("كتائب القسّام", "qassam_brigades"),
    ("حرکة الجهاد الإسلامی", "islamic_jihad"),
    ("\u202bحماس\u202c:", "hamas"),
    ("\ufe8d\ufef7\ufee3\ufee2 \ufe8d\ufedf\ufee4\ufe98\ufea4\ufeaa\ufe93", "un"),
)


@pytest.mark.parametrize(("text", "actor"), [*HEBREW, *ARABIC])
def test_spellings_of_hebrew_and_arabic_lead_to_the_actor_with_its_exact_place(text, actor):
    found = BUILTIN.mentions(f"{text}.")
    assert found
    for mention in found:
        assert mention.actors == (actor,)
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "text",
    [
        "حماسة الجماهير",
        "مصريون",
        "فتح المعبر أمام الشاحنات",
        "כאן בירושלים",
        "סיניות",
        "הבניה נמשכת",
        "האומה כולה",
    ],
)
def test_words_that_only_look_like_a_name_are_none(text):
    assert BUILTIN.mentions(text) == []


def test_a_name_ends_with_the_signs_of_its_last_letter():
    text = "قالت حَمَاسُ إنها"
    (found,) = SMALL.mentions(text)
    assert text[found.start : found.end] == "حَمَاسُ"


def test_vowel_signs_and_stretched_letters_do_not_move_the_places():
    text = "أعلنت حَمَـــاس رفضها"
    (found,) = SMALL.mentions(text)
    assert text[found.start : found.end] == found.text == "حَمَـــاس"


def test_us_is_no_country_in_lower_case():
    assert names(BUILTIN, "join us in the US") == [("US", "us")]


def test_capitals_adjectives_and_titles_are_found_only_where_asked_for():
    text = "Washington said the Israeli side and the movement met"
    assert ("Washington", "us") not in names(BUILTIN, text)
    assert ("Washington", "us") in names(BUILTIN, text, forms=("metonym",))
    assert names(SMALL, "The movement agreed", forms=("title",)) == [("The movement", "hamas")]


def test_a_disputed_seat_of_government_stands_for_nobody():
    assert BUILTIN.lookup("Tel Aviv") == ()
    assert BUILTIN.lookup("Jerusalem") == ()


def test_a_name_that_runs_on_into_another_is_doubtful():
    baker, jordan = BUILTIN.mentions("Jordan Baker met officials of Jordan")
    assert (baker.doubtful, jordan.doubtful) == (True, False)


def test_two_owners_of_a_name_stay_two():
    lexicon = Lexicon(
        [Actor("a", "Ali Hassan", aliases=("Hassan",)), Actor("b", "Omar Hassan", aliases=("Hassan",))]
    )
    assert [a.id for a in lexicon.lookup("Hassan")] == ["a", "b"]
    assert lexicon.mentions("Hassan said")[0].actors == ("a", "b")


def test_no_match_is_an_empty_answer():
    assert SMALL.lookup("nobody known") == ()


def test_lookup_lets_go_of_case_article_and_possessive():
    assert SMALL.lookup("the hamas")[0].id == SMALL.lookup("HAMAS’S")[0].id == "hamas"


def test_an_organ_answers_for_its_side():
    assert BUILTIN.chain("al_jazeera_mubasher") == ("al_jazeera_mubasher", "al_jazeera")
    assert BUILTIN.side("idf") == "israel"
    assert BUILTIN.side("somebody_else") == "somebody_else"


def test_a_circle_of_belonging_ends():
    lexicon = Lexicon([Actor("a", "A", of="b"), Actor("b", "B", of="a")])
    assert lexicon.chain("a") == ("a", "b")


def test_merging_unites_spellings_and_lets_the_case_fill_fields():
    merged = SMALL.merged(
        Lexicon([Actor("hamas", "Hamas", kinds=("party",), aliases=("the Hamas movement",))])
    )
    assert merged.actors["hamas"].kinds == ("party",)
    assert merged.actors["hamas"].names["ar"] == "حماس"
    assert [a.id for a in merged.lookup("the Hamas movement")] == ["hamas"]
    assert SMALL.lookup("the Hamas movement") == ()


@given(st.text(alphabet="Naim'’ Hs-حماسَـéß\u0301\n", max_size=60))
def test_every_mention_is_exactly_the_characters_it_points_to(text):
    end = 0
    for found in SMALL.mentions(text):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        end = found.end


def test_every_builtin_actor_belongs_to_one_that_is_held():
    assert [a.id for a in BUILTIN.actors.values() if a.of and a.of not in BUILTIN.actors] == []


def test_no_builtin_name_has_two_owners():
    shared = {
        name: {a.id for a in BUILTIN.lookup(name)}
        for actor in BUILTIN.actors.values()
        for name in actor.words("name")
    }
    assert {name: owners for name, owners in shared.items() if len(owners) > 1} == {}
