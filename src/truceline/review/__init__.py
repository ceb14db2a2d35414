"""What waits for a person, what each reading would change, the keys that decide, and whether a report may be signed."""

from truceline.review.card import Card
from truceline.review.consequence import CellChange, Consequence
from truceline.review.consequences import Consequences, standing
from truceline.review.desk import Desk
from truceline.review.found import found
from truceline.review.gold import gold
from truceline.review.keys import press
from truceline.review.ladder import hindrances
from truceline.review.pace import settled
from truceline.review.queue import Queue, picked, queue
from truceline.review.session import Session
from truceline.review.shares import Share, shares
from truceline.review.signing import Obstacle, obstacles, undated

__all__ = [
    "Card",
    "CellChange",
    "Consequence",
    "Consequences",
    "Desk",
    "Obstacle",
    "Queue",
    "Session",
    "Share",
    "found",
    "gold",
    "hindrances",
    "obstacles",
    "picked",
    "press",
    "queue",
    "settled",
    "shares",
    "standing",
    "undated",
]
