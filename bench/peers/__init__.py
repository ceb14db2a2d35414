"""Other ways to find who says what, to measure beside the reader: each a module whose ``load()`` gives a function of a text."""
