"""The provisions a claim speaks of, by the cues the agreement declares and by whose act it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from truceline.actors import Lexicon
from truceline.agreement.model import Agreement, Deed, Provision
from truceline.evidence import Claim, Compliance, Figure, Incident, Kind, Link, Target
from truceline.linking import general
from truceline.linking.matcher import Matcher, Spoken
from truceline.linking.phrases import Heads

_ACTOR_ROLE = {Kind.FIGURE: "side", Kind.COMPLIANCE: "actor", Kind.INCIDENT: "side"}


class ProvisionLinks:
    """The provisions of one agreement, ready to be matched."""

    def __init__(self, agreement: Agreement, lexicon: Lexicon) -> None:
        self.provisions = agreement.provisions
        self.matchers: Mapping[str, Matcher] = {p.id: Matcher(p.cues) for p in agreement.provisions.values()}
        self._phases = agreement.phases
        self._lexicon = lexicon
        owing = (b for p in agreement.provisions.values() for b in p.bearer)
        self._owing = {lexicon.side(side) for side in (*agreement.parties, *owing)}
        self._heads = Heads({id_: m.heads for id_, m in self.matchers.items()})

    def links(self, claim: Claim, actors: Iterable[Link], spoken: Spoken) -> Iterator[Link]:
        """A link to each provision the claim speaks of, with the words or the act that make it so."""
        sides = {x.role: self._lexicon.side(x.id) for x in actors}
        whose = sides.get(_ACTOR_ROLE.get(claim.kind, ""))
        spoken = spoken.about(self._names(whose))
        found = [(p, *self._reason(claim, p, whose, spoken)) for p in self._possible(claim, spoken)]
        found = [entry for entry in found if entry[1]]
        unclear = whose is None and claim.kind is Kind.FIGURE and self._rivals([p for p, _, _ in found])
        for provision, reason, doubtful in found:
            if unclear and not doubtful and provision.deed is not Deed.PROHIBITION:
                reason, doubtful = (
                    f"{reason}; two sides owe such a thing, and whose it counts is not resolved",
                    True,
                )
            yield Link(claim.id, Target.PROVISION, provision.id, reason=reason, doubtful=doubtful)

    def _possible(self, claim: Claim, spoken: Spoken) -> Iterable[Provision]:
        """The provisions of which a cue may stand in the content; each of them for general words."""
        if isinstance(claim.payload, Compliance) and claim.payload.general:
            return self.provisions.values()
        return (self.provisions[id_] for id_ in self._heads.possible(spoken.content))

    def _names(self, side: str | None) -> tuple[str, ...]:
        """The names of the side whose act or part is counted: they stand for it where the sentence says "it"."""
        actor = self._lexicon.actors.get(side) if side else None
        return (actor.name, *actor.aliases, *actor.adjectives) if actor else ()

    def _rivals(self, provisions: Iterable[Provision]) -> bool:
        """Whether duties of different bearers match the same count."""
        duties = [p for p in provisions if p.deed is not Deed.PROHIBITION]
        return len({frozenset(self._lexicon.side(b) for b in p.bearer) for p in duties}) > 1

    def _reason(
        self, claim: Claim, provision: Provision, whose: str | None, spoken: Spoken
    ) -> tuple[str, bool]:
        matcher = self.matchers[provision.id]
        match claim.payload:
            case Compliance(general=True):
                meant = general.stands_for(provision, general.named(spoken.content, self._phases))
                return (
                    general.reason(claim.payload) if meant and self._borne_by(provision, whose) else ""
                ), False
            case Figure() if cue := matcher.measured(spoken):
                if provision.deed is not Deed.PROHIBITION:
                    other = whose in self._owing and not self._borne_by(provision, whose)
                    return ("" if other else f'counts "{cue}"'), False
                return self._by_act(provision, whose, f'counts "{cue}"')
            case Figure():
                return "", False
            case Incident(type=kind):
                named = matcher.acts.first(kind) or matcher.named(spoken)
                return self._by_act(provision, whose, f'act "{named}"') if named else ("", False)
            case Compliance():
                cue = matcher.named(spoken)
                return self._by_act(provision, whose, f'"{cue}"') if cue else ("", False)
            case _:
                cue = matcher.named(spoken)
                return (f'"{cue}" in the words' if cue else ""), False

    def _borne_by(self, provision: Provision, side: str | None) -> bool:
        return side is not None and side in {self._lexicon.side(b) for b in provision.bearer}

    def _by_act(self, provision: Provision, whose: str | None, reason: str) -> tuple[str, bool]:
        """A breach is a breach of the bearer's ban only: another side's act gives no link, an unknown side a doubtful one."""
        if whose is None:
            return f"{reason}; whose act is not resolved", True
        return (reason, False) if self._borne_by(provision, whose) else ("", False)
