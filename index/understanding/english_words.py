"""What tells Japanese from English, and the English words that say nothing of what a query is about."""

import re

JAPANESE_CHARACTER = re.compile(r"[ぁ-ゖァ-ヺ㐀-鿿豈-﫿]")
"""A character that a query in a Latin language has none of."""

_WORDS = """
a about above according after all also am an and any are as at be because been before being below between
both but by can could did do does doing done during each either every few for from had has have having
how i if in into is it its just like many may me might more most much must my no nor not of off on once
one only or other our out over own per shall she should since so some such than that the their them then
there these they this those through to too under until up upon us very via was we were what when where
whether which while who whom whose why will with within without would you your tell explain describe
please
"""
FUNCTION_WORDS = frozenset(_WORDS.split())
