from truceline.agreement import load

HEAD = """schema: agreement/0.1
id: bridge
sources: {S1: {outlet: Radio, date: 2031-05-02}}
zones:
  - id: east
    name: east bank
"""
SHARE = '    shares: [{by: sudland, exact: 50, at: 2031-05-02, src: S1, says: "half of it"}]\n'


def counted(tmp_path, text):
    (tmp_path / "agreement.yaml").write_text(text, encoding="utf-8")
    (claim,) = load(tmp_path / "agreement.yaml").claims
    return claim.payload.counts


def test_a_share_is_counted_of_what_the_case_calls_the_whole(tmp_path):
    assert counted(tmp_path, f"{HEAD}    share_of: the valley\n{SHARE}") == "share of the valley: east bank"


def test_a_share_of_a_whole_without_a_name_names_no_place_of_another_case(tmp_path):
    assert counted(tmp_path, HEAD + SHARE) == "share of the area: east bank"
