"""Positions: stances over time, what a force should do, what was pledged and exchanged, demands against a draft."""

from truceline.positions.between import NewlyHeld, between
from truceline.positions.bodies import BodyLine, bodies
from truceline.positions.demands import DemandRow, DemandTable, demands
from truceline.positions.exchange import ExchangeRow, Handed, exchange
from truceline.positions.heard import Heard
from truceline.positions.mandate import Agreeing, Matrix, MatrixCell, MatrixColumn, MatrixRow, mandate_matrix
from truceline.positions.movement import Change, Movement, Occasion
from truceline.positions.pledges import PledgeRow, PledgeTable, pledges
from truceline.positions.stances import StanceLine, Stand, stances

__all__ = [
    "Agreeing",
    "BodyLine",
    "Change",
    "DemandRow",
    "DemandTable",
    "ExchangeRow",
    "Handed",
    "Heard",
    "Matrix",
    "MatrixCell",
    "MatrixColumn",
    "MatrixRow",
    "Movement",
    "NewlyHeld",
    "Occasion",
    "PledgeRow",
    "PledgeTable",
    "StanceLine",
    "Stand",
    "between",
    "bodies",
    "demands",
    "exchange",
    "mandate_matrix",
    "pledges",
    "stances",
]
