"""What is not English is told apart and never read; English with a word of another language stays English."""

import pytest

from truceline.evidence import Span, unread
from truceline.reading import Unread, extract
from truceline.reading.language import judge, name

ENGLISH = "The two sides met on Monday and agreed to keep the road open for aid, the envoy said."
ARABIC = "قال نعيم إن المعبر مغلق حتى إشعار آخر وإن الوسطاء لم يردوا على الرسالة أمس."
HEBREW = "דובר הממשלה אמר כי המעבר יישאר סגור עד להודעה חדשה וכי המתווכים לא השיבו."


@pytest.mark.parametrize(
    ("text", "called", "code"),
    [
        (ARABIC, "Arabic", "ar"),
        (HEBREW, "Hebrew", "he"),
        ("گذرگاه رفح تا اطلاع بعدی بسته است، نعیم در بیانیه‌ای گفت.", "Persian", "fa"),
        ("رفح کراسنگ تا حکم ثانی بند ہے، نعیم نے بیان میں کہا۔", "Urdu", "ur"),
        ("Переход закрыт до дальнейшего уведомления, заявил Наим.", "Russian", "ru"),
        ("Перехід закрито до подальшого повідомлення, заявив Наїм.", "Ukrainian", "uk"),
        ("የራፋህ ማቋረጫ ተዘግቷል", "Amharic", "am"),
        ("拉法过境点关闭，发言人说。", "Chinese", "zh"),
        ("Le passage de Rafah est fermé, selon Naim.", "French", "fr"),
        ("Der Übergang ist geschlossen, sagte Naim.", "German", "de"),
        ("El paso de Rafah sigue cerrado, dijo Naim.", "Spanish", "es"),
        ("Refah sınır kapısı kapalı, dedi Naim.", "Turkish", "tr"),
        ("Deriyê sînor girtî ye, Naîm got.", "Kurdish", "ku"),
        (
            "Perbatasan Rafah masih ditutup sampai pemberitahuan lebih lanjut, kata Naim kepada wartawan.",
            "Indonesian",
            "id",
        ),
    ],
)
def test_a_single_sentence_in_another_language_is_not_read(text, called, code):
    found = judge(text)
    assert (found.foreign, found.code) == (called, code)


@pytest.mark.parametrize(
    "text",
    [
        "Rafah closed again, Naim says",
        "At least 12 killed in Khan Younis strike: medics",
        "Abdel Fattah al-Sisi, Benjamin Netanyahu, Khalil al-Hayya, Bassem Naim, Ghazi Hamad",
        "Bernard-Henri Lévy",
        "Café de Paris, Rue de la Paix",
        "2025-12-24 | 410",
        "",
    ],
)
def test_headlines_names_and_figures_are_read(text):
    assert judge(text).foreign == ""


def test_where_the_language_of_a_script_is_not_sure_the_script_is_named():
    assert name("und-Arabic") == "with Arabic script"


def test_a_quotation_in_arabic_leaves_the_text_english_and_is_marked():
    text = f"{ENGLISH}\n{ARABIC}\n{ENGLISH}\n"
    found = judge(text)
    assert found.foreign == ""
    (aside,) = found.asides
    assert (aside.span.of(text), aside.reason) == (ARABIC, "language Arabic")
    assert found.notes == ("1 paragraph not read: language Arabic",)


def test_words_of_arabic_within_a_sentence_change_nothing():
    assert judge(f"{ENGLISH} He called it «هدنة» twice.").asides == ()


def test_an_english_foot_does_not_make_an_arabic_text_english():
    assert (
        judge(f"{ARABIC}\n" * 6 + "This article was first published by the agency in Cairo.").foreign
        == "Arabic"
    )


def test_a_report_in_two_languages_is_read_in_one():
    found = judge(f"{ARABIC}\n" * 3 + f"{ENGLISH}\n" * 3)
    assert found.foreign == ""
    assert len(found.asides) == 3


def test_what_stands_beside_the_text_does_not_decide():
    page = (
        "<nav>"
        + "".join(f"<a>{ENGLISH}</a>" for _ in range(9))
        + f"</nav><article><p>{ARABIC * 3}</p></article>"
    )
    with pytest.raises(Unread) as error:
        extract(page.encode(), "a.html")
    assert (error.value.language, error.value.code) == ("Arabic", "ar")


def test_no_statement_is_read_of_a_marked_paragraph(reader):
    text = extract(
        f"{ENGLISH}\nSegún el portavoz de Norland, doce camiones entraron ayer por el paso.\n".encode(),
        "a.txt",
    )
    claims = reader.read(text)
    assert claims
    assert all(c.end <= len(ENGLISH) and c.text == text.string[c.start : c.end] for c in claims)
    assert text.asides[0].span == Span(len(ENGLISH) + 1, len(text.string) - 1)


def test_documents_that_are_not_read_are_counted_by_language():
    why = unread.reason("Arabic") + "; add an English translation"
    rows = [("b", unread.reason("Hebrew")), ("a", why), ("c", why), ("d", "the file is empty; remove it")]
    found = unread.together(rows)
    assert found == {"Arabic": ["a", "c"], "Hebrew": ["b"]}
    assert [unread.counted(k, len(v)) for k, v in found.items()] == [
        "language Arabic, 2 documents",
        "language Hebrew, 1 document",
    ]
