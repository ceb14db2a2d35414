"""Answers: parts of a report on their own, one module a question, with every statement they rest on."""
