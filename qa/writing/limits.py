"""What the parts of an answer may have together."""

TOGETHER = 160
"""So many characters have several quotes at most; a list may have more."""

ASKED_TOO = 3.0
"""What answers something else that is asked for too (another year, thing or kind of answer) may score so much
less than the best."""
