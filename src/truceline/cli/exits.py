"""The exit codes, the same for every verb (docs/cli.md)."""

COMPLETE = 0
"""All that was asked is done."""

UNEXPECTED = 1
"""Something happened that should not; for ``verify``: faults were found."""

USAGE = 2
"""The command, or a file that it needs, cannot be used as it is; nothing was changed."""

LEFT_OUT = 3
"""Done, but something was left out; it is listed."""

REFUSED = 4
"""Not done, since a rule forbids it: an unchecked reading on a page to be signed, a file that would be overwritten."""
