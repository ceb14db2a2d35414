"""The forms of a case's files, declared once: every key, what it holds and what it means; exported as JSON Schema for editors."""

from truceline.case.forms.loading import NAMES, load
from truceline.case.forms.model import Field, File, Form
from truceline.case.forms.schema import SUFFIX, dumped, schema

__all__ = ["NAMES", "SUFFIX", "Field", "File", "Form", "dumped", "load", "schema"]
