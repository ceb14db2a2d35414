from truceline.reading import verbs


def test_forms_follow_the_spelling_rules():
    assert verbs.forms("deny", {}) == ("deny", "denies", "denied", "denying")
    assert verbs.forms("agree", {}) == ("agree", "agrees", "agreed", "agreeing")
    assert verbs.forms("stress", {}) == ("stress", "stresses", "stressed", "stressing")
    assert verbs.forms("convey", {}) == ("convey", "conveys", "conveyed", "conveying")
    assert verbs.forms("say", {"say": ["says", "said", "said", "saying"]})[2] == "said"
