"""What waits for a person, what each reading would change, the keys that decide, and whether a report may be signed."""

from truceline.review.card import Card
from truceline.review.consequence import CellChange, Consequence
from truceline.review.consequences import Consequences, standing
from truceline.review.desk import Desk
from truceline.review.keys import press
from truceline.review.queue import Queue, queue
from truceline.review.session import Session
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
    "obstacles",
    "press",
    "queue",
    "standing",
    "undated",
]
