"""Word files: what stands in the document as its author left it, and nothing that was deleted or noted beside it."""

from truceline.reading import extract
from truceline.reading.extract import found


def test_paragraphs_and_rows_are_lines_and_heads_are_marked(docx, para, shown):
    cell = "<w:tc>{}</w:tc>".format
    table = f"<w:tbl><w:tr>{cell(para('Day'))}{cell(para('Trucks'))}</w:tr><w:tr>{cell(para('Monday'))}{cell(para('410'))}</w:tr></w:tbl>"
    made = docx(
        para("The road is open, Tarik Velmo said.", "Two of it.") + table + para("The end."),
        header1=para("Norland mission, the chief said"),
        footer1=para("Page 1"),
        footnotes=para("Velmo heads the office."),
    )
    read, beside = shown(extract(made, "a.docx"))
    assert read == [
        "The road is open, Tarik Velmo said.",
        "Two of it.",
        "Day\tTrucks",
        "Monday\t410",
        "The end.",
        "Velmo heads the office.",
    ]
    assert beside == ["Norland mission, the chief said", "Page 1"]


def test_spans_hold(docx, para, reader):
    text = extract(docx(para("At the start.", "The road is open, Tarik Velmo said on Monday.")), "a.docx")
    claims = reader.read(text)
    assert claims
    assert all(c.text == text.string[c.start : c.end] for c in claims)
    assert text.extractor == "docx/1"


def test_deleted_words_field_codes_and_comments_are_no_text(docx):
    body = (
        "<w:p><w:r><w:t>Velmo said </w:t></w:r><w:del><w:r><w:delText>that all</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>that some</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:tab/><w:t>came.</w:t><w:br/><w:t>New line</w:t></w:r></w:p>"
    )
    made = found(docx(body, comments="<w:p><w:r><w:t>secret</w:t></w:r></w:p>"), "a.docx")
    assert made.string == "Velmo said that some\tcame.\nNew line\n"
    assert made.notes == ("its comments are not read",)


def test_a_text_box_is_read_once(docx):
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    body = f"<w:p><w:r><w:t>Around.</w:t><Choice>{box}</Choice><Fallback>{box}</Fallback></w:r></w:p>"
    assert found(docx(body), "a.docx").string == "Around.\nIn a box.\n"
