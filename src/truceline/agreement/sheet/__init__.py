"""Provisions as rows that a mediator understands: what stands in each cell, and what a filled-in row changes in agreement.yaml."""

from truceline.agreement.sheet.columns import COLUMNS, Column, cells, whole
from truceline.agreement.sheet.known import Known, known
from truceline.agreement.sheet.taking import Row, Taken, entries, take

__all__ = ["COLUMNS", "Column", "Known", "Row", "Taken", "cells", "entries", "known", "take", "whole"]
