"""Why a page has no text of its own yet, and what is said of one that OCR read badly."""

NOT_READ_YET = "it is a picture that OCR has not read yet"
"""The reason of a page (read_by none) that holds a picture and no text."""

PICTURES_NOT_READ = "OCR has not read its pictures yet"
"""The reason of a page that has text and large pictures, in which there may be more."""

PICTURE_DAMAGED = "a picture on the page is damaged"
"""The reason of a page (read_by none) that shows nothing because its picture cannot be decoded."""

NO_TEXT_FOUND = "OCR found no text in its picture"
"""The reason of a page (read_by none) that is not blank but holds nothing that OCR can read."""

LOW_CONFIDENCE = 0.93
"""Below this mean probability of its characters a page is reported as badly read: about one character in
ten is wrong there (measured on blurred scans, RapidOCR)."""


def low_confidence(confidence: float) -> str | None:
    """What is said of a page that OCR read with this confidence; None where it read it well."""
    if confidence >= LOW_CONFIDENCE:
        return None
    return f"read by OCR with low confidence ({confidence:.2f})".replace("(0.", "(.")
