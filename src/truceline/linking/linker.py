"""The Linker: all links of a claim within one case."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.actors import Lexicon
from truceline.agreement.issues import Issues
from truceline.agreement.model import Agreement
from truceline.evidence import Claim, Document, Link, Target
from truceline.linking.ceasefire import Ceasefires
from truceline.linking.matcher import Matcher, Spoken
from truceline.linking.mentions import actor_links
from truceline.linking.phrases import Heads
from truceline.linking.provisions import ProvisionLinks


class Linker:
    """Links claims to the actors, provisions, issues and the ceasefire of one case."""

    version = "links/2"

    def __init__(self, agreement: Agreement, lexicon: Lexicon, issues: Issues) -> None:
        self.agreement = agreement
        self.lexicon = lexicon
        self.provisions = ProvisionLinks(agreement, lexicon)
        self.ceasefires = Ceasefires(agreement, issues.values())
        self._issues = {i.id: (i, Matcher(i.cues)) for i in issues.values() if not i.ceasefire}
        self._heads = Heads({id_: matcher.heads for id_, (_, matcher) in self._issues.items()})

    def links(self, claim: Claim, document: Document, sentence: str = "") -> tuple[Link, ...]:
        """Every link of the claim; ``sentence`` is the sentence around it, where cues may also stand."""
        spoken = Spoken.of(claim, sentence)
        actors = tuple(actor_links(claim, self.lexicon))
        return (
            *actors,
            *self.provisions.links(claim, actors, spoken),
            *self._issue_links(claim, spoken),
            self.ceasefires.link(claim, document, spoken),
        )

    def _issue_links(self, claim: Claim, spoken: Spoken) -> Iterator[Link]:
        for issue, matcher in map(self._issues.__getitem__, self._heads.possible(spoken.content)):
            if cue := matcher.named(spoken):
                target = Target.ISSUE if issue.scope else Target.SCOPE
                yield Link(claim.id, target, issue.id, reason=f'"{cue}" in the words')
