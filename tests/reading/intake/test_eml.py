"""E-mails: the body is read; who wrote to whom stays out of every text and suggestion."""

from email.message import EmailMessage

import pytest

from truceline.reading import documents, extract
from truceline.reading.extract import found

BODY = """Dear all,

The crossing at Rivertown is closed, Tarik Velmo said on Monday, and it will not be opened
before the end of the month.

On Tue, 23 Dec 2025 at 10:00, Anna Berg <anna@private.example> wrote:
> The Front said that it is open.

--
Anna Berg
anna@private.example
"""


@pytest.fixture
def mail():
    def made(body=BODY, **heads):
        message = EmailMessage()
        message["From"] = "Anna Berg <anna@private.example>"
        message["To"] = "Omar Field <omar@private.example>"
        message["Subject"] = "Crossing shut"
        message["Date"] = "Wed, 24 Dec 2025 23:30:00 +0200"
        for name, value in heads.items():
            message[name.replace("_", "-")] = value
        message.set_content(body)
        return message

    return made


def test_the_body_is_read_and_what_is_copied_or_signed_is_marked(mail, shown):
    read, beside = shown(extract(mail().as_bytes(), "a.eml"))
    first, second = read
    assert first == "Dear all,"
    assert second.endswith("said on Monday, and it will not be opened before the end of the month.")
    assert "> The Front said that it is open." in beside
    assert "Anna Berg" in beside[-1] or "anna" in beside[-1]


def test_spans_hold_and_no_head_is_text(mail, reader):
    text = extract(mail().as_bytes(), "a.eml")
    claims = reader.read(text)
    assert {c.speaker for c in claims} == {"Tarik Velmo"}
    assert all(c.text == text.string[c.start : c.end] for c in claims)
    assert "omar" not in text.string.lower()


def test_a_private_sender_is_suggested_nowhere(mail):
    own = found(mail().as_bytes(), "a.eml").masthead
    assert (own.title, own.outlet, own.address, str(own.published)) == ("Crossing shut", "", "", "2025-12-24")


def test_a_press_list_is_suggested_as_the_outlet(mail):
    message = mail(List_Id="<press.norland.example>")
    del message["From"]
    message["From"] = "Norland Press Office <press@norland.example>"
    assert found(message.as_bytes(), "a.eml").masthead.outlet == "Norland Press Office"


def test_the_page_of_a_mail_is_read_where_it_has_no_plain_part(shown):
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content("<p>The road is open, Velmo said.</p><footer>Unsubscribe</footer>", subtype="html")
    text = extract(message.as_bytes(), "a.eml")
    assert shown(text) == (["The road is open, Velmo said."], ["Unsubscribe"])
    assert text.extractor.startswith("eml/1+html/1")


def test_attachments_are_documents_of_their_own_or_named_as_not_read(mail, tmp_path):
    message = mail()
    message.add_attachment(b"The road is open, Velmo said.\n", "text", "plain", filename="note.txt")
    message.add_attachment(b"\x89PNG....", "image", "png", filename="map.png")
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())
    assert found(path.read_bytes(), "a.eml").notes == (
        "the attachment note.txt is a document of its own: truceline add and read take it up",
        "the attachment map.png is not read: files of its kind are not",
    )
    _, note, picture = documents(path)
    assert (note.document("a.eml"), note.data) == ("a.eml#note.txt", b"The road is open, Velmo said.\n")
    assert picture.reason == "attachments of the kind '.png' are not read"


def test_a_mail_in_an_old_encoding_is_decoded_as_it_says():
    raw = b"Subject: x\nContent-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: 8bit\n\nHe said \x93no\x94 today.\n"
    assert extract(raw, "a.eml").string == "He said “no” today.\n"
