"""What a page says of itself in its head: title, site, address and day of publication (Open Graph, schema.org, meta names)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from truceline.evidence import Interval
from truceline.evidence.dates import DateError, parse
from truceline.reading.intake.found import Masthead, on

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATES = ("article:published_time", "og:published_time", "datePublished", "date.issued", "dc.date.issued", "citation_publication_date",
          "parsely-pub-date", "publish-date", "pubdate")  # fmt: skip
_LONGEST = 200_000


def of(tree: Any) -> Masthead:
    """The masthead; what the page does not say stays empty. A day of change is never taken for one of publication."""
    meta = _meta(tree)
    data = [x for x in _linked_data(tree) if isinstance(x.get("datePublished"), str)]
    article = data[0] if data else {}
    publisher = article.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else ""
    return Masthead(
        title=_first(meta.get("og:title"), article.get("headline"), _text(tree, "h1"), _text(tree, "title")),
        outlet=_first(meta.get("og:site_name"), name),
        address=_first(_canonical(tree), meta.get("og:url")),
        published=_published(meta, article),
    )


def day(written: str, where: str) -> Interval:
    """The day at the head of a date in ISO 8601; unknown where there is none."""
    found = _DAY.match(written.strip())
    try:
        held = parse(found[0]).earliest if found else None
    except DateError:
        return Interval()
    return on(held, where) if held else Interval()


def _published(meta: dict[str, str], article: dict[str, Any]) -> Interval:
    for name in _DATES:
        if (found := day(meta.get(name.lower(), ""), f"the page's own head ({name})")).known:
            return found
    return day(str(article.get("datePublished", "")), "the page's own head (schema.org datePublished)")


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.document.get_elements_by_tag_name("meta"):
        name = node.getattr("property") or node.getattr("name") or node.getattr("itemprop") or ""
        if name:
            found.setdefault(name.lower(), node.getattr("content") or "")
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for node in tree.document.query_selector_all('script[type="application/ld+json"]'):
        if len(node.text) <= _LONGEST:
            try:
                yield from _objects(json.loads(node.text), 0)
            except (ValueError, RecursionError):
                continue


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, dict):
        yield value
        value = value.get("@graph", [])
    for each in value if isinstance(value, list) else ():
        yield from _objects(each, depth + 1)


def _canonical(tree: Any) -> str:
    nodes = tree.document.query_selector_all('link[rel="canonical"]')
    address = (nodes[0].getattr("href") or "") if nodes else ""
    return address if address.startswith(("http://", "https://")) else ""


def _text(tree: Any, tag: str) -> str:
    nodes = tree.document.get_elements_by_tag_name(tag)
    return nodes[0].text if len(nodes) else ""


def _first(*found: Any) -> str:
    """The first that says something, on one line."""
    return next((" ".join(x.split()) for x in found if isinstance(x, str) and x.strip()), "")
