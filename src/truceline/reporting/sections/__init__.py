"""The parts of a report, each made from a case and a day: one module a section."""
