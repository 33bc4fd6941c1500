"""Names of offices in, under what names in Latin letters an English query may ask for them out."""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.text.romaji import romanise
from index.understanding.synonyms import Synonyms, merged

_OFFICE = re.compile(r"(?P<name>.+?)[都道府県市区町村]")


@lru_cache(maxsize=8)
def romanised_names(issuers: Sequence[str]) -> Synonyms:
    """For names of places in Latin letters (Otaru) the issuers that bear them (小樽市, 小樽).

    Issuers whose names the dictionary cannot read have none.
    """
    tables: list[Synonyms] = []
    for issuer in issuers:
        place = _OFFICE.fullmatch(issuer)
        if place and (written := romanise(place["name"])):
            tables.append(Synonyms(terms={(written,): (issuer, place["name"])}))
    return merged(tables)
