"""Logs of broadcasts."""

LOG = (
    "06:00 Radio Altmoor: Mira Odell declares that the road is open.\n\n"
    "Kanal Nord (07:10): The bridge is closed, Mira Odell says.\n\n"
    "08:00, same station: Ervin Tasko told Merkur that the bridge is open."
)


def test_a_station_and_a_time_carry_all_that_the_paragraph_tells(read):
    carriers = {c.relay for c in read(LOG) if c.speaker}
    assert carriers == {("Radio Altmoor",), ("Kanal Nord",), ("Merkur", "Kanal Nord")}


def test_a_time_alone_makes_no_log(read):
    claims = read("06:00 Radio Altmoor: Mira Odell declares that the road is open.")
    assert {c.relay for c in claims} == {()}


def test_the_label_of_a_station_stands_in_nobodys_way(read):
    text = (
        "Radio Altmoor (07:10): Ervin Tasko, the envoy, was quoted as saying that the decision had been signed.\n\n"
        "Kanal Nord (Hartown), 08:00: Dana Veil claims that the bridge is closed."
    )
    assert {(c.speaker, c.relay) for c in read(text) if c.cue} == {
        ("Ervin Tasko", ("Radio Altmoor",)),
        ("Dana Veil", ("Kanal Nord",)),
    }


def test_he_means_nobody_of_the_station_before(read):
    text = "06:00 Radio Altmoor: Ervin Tasko declares that the road is open.\n\n07:00 Kanal Nord: The bridge is closed, he says."
    assert [c.speaker for c in read(text) if c.speaker_text == "he"] == [None]
