"""Answers in interviews and transcripts."""

from truceline.evidence import Attribution


def told(claims):
    return [
        (c.speaker or c.speaker_text, c.attribution)
        for c in claims
        if c.attribution is not Attribution.NARRATOR
    ]


def test_labelled_answers_belong_to_whom_the_headline_asks(read):
    claims = read(
        "Questions to Ervin Tasko, the harbour delegate\n\nQ. Is the road open?\n\nA. “It is mined from end to end.”\n\n"
        "Q. Since when?\n\nA. “The boats laid 40 mines in May.”"
    )
    assert set(told(claims)) == {("Ervin Tasko", Attribution.IMPLICIT)}
    assert all(c.doubt for c in claims if c.speaker)


def test_a_name_with_a_colon_answers_and_the_outlet_asks(read):
    claims = read(
        "At the gate\n\nWhy do you not sign?\n\nErvin Tasko: “No one has brought us a pen.”\n\n"
        "Who burned the lorries?\n\nErvin Tasko: “Three boys burned them.”"
    )
    assert {s for s, _ in told(claims)} == {"Ervin Tasko"}


def test_beside_quoted_answers_the_outlet_tells(read):
    claims = read(
        "A talk with Ervin Tasko\n\nWhat changed?\n\n“My sons sleep at home.” The rain had stopped.\n\nAnd the law?\n\n"
        "“The law is a shirt cut for a smaller man.”"
    )
    rain = [c for c in claims if "rain" in c.text]
    assert {c.attribution for c in rain} == {Attribution.NARRATOR}
    assert ("Ervin Tasko", Attribution.IMPLICIT) in told(claims)


def test_a_bare_office_as_label_takes_no_other_name(read):
    claims = read(
        "A talk at the bridge of Hartown\n\nIs the road open?\n\nSpokesperson: The road is mined.\n\nSince when?\n\n"
        "Spokesperson: The boats laid 40 mines in May."
    )
    assert {c.speaker for c in claims} <= {None}
    assert ("Spokesperson", Attribution.IMPLICIT) in told(claims)


def test_one_question_makes_no_interview(read):
    claims = read("The boats left Hartown on Friday.\n\nWho laid the mines?\n\nThe road was closed in May.")
    assert told(claims) == []


def test_a_headline_in_capitals_names_whose_answers_they_are(read):
    text = (
        "WRITTEN ANSWERS of Chairman Ervin Tasko to questions from the press\n\n1. Is the truce dead?\n\n"
        "The truce is neither dead nor well.\n\n2. Will you meet the envoy?\n\nThe door of the port is open to him."
    )
    assert {c.speaker for c in read(text) if c.speaker} == {"Ervin Tasko"}


def test_a_mark_for_an_answer_is_nobody(read):
    text = (
        "Q: How many caches were found?\n\nA: “The patrols have found more than 225 caches.”\n\n"
        "Q: And the army?\n\nA: “The army has 120 posts south of the river.”"
    )
    assert "A" not in {c.speaker for c in read(text)}


def test_whoever_is_asked_by_a_double_name_stands_in_the_whole_of_it(read):
    text = "Q. Madam Salleh-Pinto, did the second round take place?\nA. It took place.\nQ. Are you content?\nA. The road is open."
    claims = [c for c in read(text) if c.speaker_span is not None]
    assert claims
    assert {text[c.speaker_span.start : c.speaker_span.end] for c in claims} == {
        c.speaker_text for c in claims
    }
    assert {c.speaker_text for c in claims} == {"Salleh-Pinto"}


def test_whoever_took_the_questions_answers_them(read):
    text = (
        "Questions at the gate\n\nA spokesperson for the mission took questions on Thursday.\n\nQ. Until when?\n\n"
        "A. The road stays open until May.\n\nQ. And then?\n\nA. Both sides have promised to form a committee.\n"
    )
    claims = [c for c in read(text) if "road stays open" in c.text]
    assert {c.speaker_text for c in claims} == {"A spokesperson"}
