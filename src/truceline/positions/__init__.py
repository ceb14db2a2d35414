"""Positions: stances over time, what a force should do, what was pledged and exchanged, demands against a draft."""
