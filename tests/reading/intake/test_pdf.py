"""PDF: printed lines become paragraphs, what is printed on each page is marked."""

import io

from truceline.reading import extract
from truceline.reading.extract import found

FIRST = [
    "Monthly report of the Norland mission",
    "",
    "The crossing at Rivertown was closed for twelve days, the ministry of infra-",
    "structure of Norland said on Monday. It added that the cease-fire line had",
    "moved. Tarik Velmo, who heads the office, told Merkur that the well-",
    "known road would open soon.",
    "",
    "At least 12 trucks entered, and the army said that it had turned back a fur-",
    "ther 3 of them because they carried what it called goods of two uses. The",
]
SECOND = ["Front said that this was untrue.", "", "Officials gave no reason for it, Velmo said."]


def pages(printed):
    heads = [(72, 810, 9, "Norland mission | December 2025"), (280, 30, 9, "- 1 -")]
    return [
        [heads[0], *printed(FIRST), heads[1]],
        [heads[0], *printed(SECOND), (280, 30, 9, "- 2 -")],
    ]


def test_lines_are_joined_to_paragraphs_over_hyphens_and_pages(pdf, printed, shown):
    read, beside = shown(extract(pdf(pages(printed)), "a.pdf"))
    title, first, second, last = read
    assert title == "Monthly report of the Norland mission"
    assert first.startswith(
        "The crossing at Rivertown was closed for twelve days, the ministry of infrastructure of Norland"
    )
    assert first.endswith(
        "that the cease-fire line had moved. Tarik Velmo, who heads the office, told Merkur that the well-known road would open soon."
    )
    assert "had turned back a further 3 of them" in second
    assert second.endswith("what it called goods of two uses. The Front said that this was untrue.")
    assert last == "Officials gave no reason for it, Velmo said."
    assert beside == ["Norland mission | December 2025", "- 1 -", "Norland mission | December 2025", "- 2 -"]


def test_spans_hold_and_running_heads_say_nothing(pdf, printed, reader):
    text = extract(pdf(pages(printed)), "a.pdf")
    assert text.extractor.startswith("pdf/1+pypdf-")
    claims = reader.read(text)
    assert any(c.speaker == "Tarik Velmo" for c in claims)
    assert all(c.text == text.string[c.start : c.end] for c in claims)
    assert not any("December 2025" in c.text for c in claims)


def test_a_sentence_runs_on_from_one_column_to_the_next(pdf, printed, shown):
    left = [
        "The bridge was shut when the",
        "two sides met, Velmo said. It",
        "will stay so until the day on",
        "which all the other",
    ]
    right = ["men who were taken in June", "are home. No date was given", "by the office on Monday."]
    made = pdf([[*printed(left), *printed(right, x=320)]])
    assert shown(extract(made, "a.pdf"))[0] == [" ".join(left + right)]


def test_points_of_a_list_are_lines_of_their_own(pdf, printed, shown):
    made = pdf(
        [
            printed(
                [
                    "The Front asks for two things:",
                    "• the road must be open by the end of the",
                    "month;",
                    "• the men must come home.",
                ]
            )
        ]
    )
    assert shown(extract(made, "a.pdf"))[0] == [
        "The Front asks for two things:",
        "• the road must be open by the end of the month;",
        "• the men must come home.",
    ]


def test_a_page_without_text_is_named(pdf, printed):
    made = pdf([printed(FIRST), [], printed(SECOND)])
    assert found(made, "a.pdf").notes == ("no text on page 2: scanned or empty, not read",)


def test_a_file_that_only_forbids_printing_is_read(pdf, printed):
    from pypdf import PdfReader, PdfWriter

    writer, made = PdfWriter(PdfReader(io.BytesIO(pdf(pages(printed))))), io.BytesIO()
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(made)
    assert "told Merkur" in extract(made.getvalue(), "a.pdf").string


def test_ligatures_are_letters():
    from truceline.reading.intake.pdf.line import Printed

    printed, one = Printed(), (1, 0, 0, 1, 0, 0)
    printed.take("the oﬃce ﬁled it\n", one, one, None, 10)
    assert printed.lines()[0].text == "the office filed it"
