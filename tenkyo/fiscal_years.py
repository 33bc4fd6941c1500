"""A fiscal year in, its name in the era out."""

from corpus.eras import ERAS


def era_year(year: int) -> str:
    """令和5年度 for 2023; a fiscal year that saw two eras takes the later, as offices do (令和元年度)."""
    for era in reversed(ERAS):
        if year >= era.first_day.year:
            number = year - era.first_day.year + 1
            return f"{era.name}{'元' if number == 1 else number}年度"
    return f"{year}年度"
