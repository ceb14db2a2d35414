"""The vocabulary of provision types and its counterparts in PA-X and the Peace Accords Matrix."""

from truceline.agreement.types import types

# Categories of PA-X by variable, as its code book lists them; the provisions of the Peace Accords Matrix whose names are certain.
PAX = {
    "Ce": "Ceasefire",
    "DevHum": "Humanitarian assistance",
    "DevInfra": "Infrastructure and reconstruction",
    "HrMob": "Mobility/access",
    "ImE": "Enforcement mechanism",
    "ImPK": "International mission/force/similar",
    "SsrDdr": "DDR",
    "SsrPol": "Police",
    "TjAm": "Amnesty/pardon",
    "TjPrire": "Prisoner release",
}
PAM = {"Amnesty", "Cease Fire", "Disarmament", "Police Reform", "Prisoner Release", "Withdrawal of Troops"}


def test_a_counterpart_in_pax_has_its_name_and_its_variable_or_neither():
    assert {t.pax_code: t.pax for t in types().values() if t.pax or t.pax_code} == PAX


def test_a_counterpart_in_the_matrix_is_one_of_its_provisions():
    assert {t.pam for t in types().values() if t.pam} == PAM


def test_a_withdrawal_of_anybody_is_not_called_one_of_foreign_forces():
    assert types()["withdrawal"].pax == ""
    assert types()["withdrawal"].pam == "Withdrawal of Troops"


def test_every_type_has_its_name_in_three_languages():
    assert {t.id: sorted(t.names) for t in types().values()} == {key: ["ar", "en", "he"] for key in types()}
