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
