"""Where each duty and each gate stands, according to whom, on which ground, and why: a pure function of what is held."""

from truceline.status.blocking import Blocking, OpenLeaf
from truceline.status.board import Board, Row, board
from truceline.status.cells import Cell
from truceline.status.clocks import DayCount, Deadline, Start, dates_ahead, day_count, starts
from truceline.status.diff import Changes, Moved, changes
from truceline.status.explain import Node, explain
from truceline.status.gates import Condition, GateRow, OpenPart
from truceline.status.keeper import Keeper
from truceline.status.life import Life
from truceline.status.loops import Loop, Wait, loops
from truceline.status.reasons import Reason
from truceline.status.render import render

__all__ = [
    "Blocking",
    "Board",
    "Cell",
    "Changes",
    "Condition",
    "DayCount",
    "Deadline",
    "GateRow",
    "Keeper",
    "Life",
    "Loop",
    "Moved",
    "Node",
    "OpenLeaf",
    "OpenPart",
    "Reason",
    "Row",
    "Start",
    "Wait",
    "board",
    "changes",
    "dates_ahead",
    "day_count",
    "explain",
    "loops",
    "render",
    "starts",
]
