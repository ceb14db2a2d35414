"""Where each duty and each gate stands, according to whom, on which ground, and why: a pure function of what is held."""

from truceline.status.blocking import Blocking, OpenLeaf
from truceline.status.board import Board, Row, board
from truceline.status.calendar import Calendar, Dated, Falls, calendar
from truceline.status.cells import Cell
from truceline.status.clocks import DayCount, Deadline, Pick, Start, dates_ahead, day_count, starts
from truceline.status.days import Days
from truceline.status.degree import Degree
from truceline.status.diff import Changes, Moved, changes
from truceline.status.due import Waiting
from truceline.status.explain import Node, explain
from truceline.status.gates import Condition, GateRow, OpenPart
from truceline.status.keeper import Keeper
from truceline.status.life import Life
from truceline.status.loops import Loop, Wait, loops
from truceline.status.reasons import Reason
from truceline.status.render import render
from truceline.status.working_time import in_zone

__all__ = [
    "Blocking",
    "Board",
    "Calendar",
    "Cell",
    "Changes",
    "Condition",
    "Dated",
    "DayCount",
    "Days",
    "Deadline",
    "Degree",
    "Falls",
    "GateRow",
    "Keeper",
    "Life",
    "Loop",
    "Moved",
    "Node",
    "OpenLeaf",
    "OpenPart",
    "Pick",
    "Reason",
    "Row",
    "Start",
    "Wait",
    "Waiting",
    "board",
    "calendar",
    "changes",
    "dates_ahead",
    "day_count",
    "explain",
    "in_zone",
    "loops",
    "render",
    "starts",
]
