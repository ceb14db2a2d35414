"""Scenarios: statements in, the status they should give out; tests that a mediator can read and write."""

from truceline.case.scenario.loading import load
from truceline.case.scenario.model import Difference, Expected, Said, Scenario
from truceline.case.scenario.running import run

__all__ = ["Difference", "Expected", "Said", "Scenario", "load", "run"]
