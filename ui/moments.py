"""Moments in the reader's own time zone, as words."""

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from ui.words import words


def day_words(moment: datetime) -> str:
    """今日, 昨日 or the date, where the reader is."""
    here = moment.astimezone(_zone())
    days_ago = (datetime.now(_zone()).date() - here.date()).days
    said = words().personal
    if days_ago == 0:
        return said.today
    return said.yesterday if days_ago == 1 else date_words(moment)


def date_words(moment: datetime) -> str:
    """2024年4月1日."""
    here = moment.astimezone(_zone())
    return words().personal.day.format(year=here.year, month=here.month, day=here.day)


def time_words(moment: datetime) -> str:
    """9時05分."""
    here = moment.astimezone(_zone())
    return words().personal.at.format(hour=here.hour, minute=here.minute)


def _zone() -> tzinfo | None:
    """The browser's time zone; the server's own (None) where the browser tells none that is known."""
    try:
        return ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
