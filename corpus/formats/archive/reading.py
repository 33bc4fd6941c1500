"""An archive's bytes and an empty folder in, the files that the archive holds in that folder out."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from corpus.formats.archive.members import Member
from corpus.formats.archive.names import PlacedNames, RefusedName, printable, safe_parts
from corpus.formats.archive.zip import zip_members
from corpus.formats.email_parts import mail_members
from corpus.reader import MEGABYTE, Limits, Unpacked, UnreadableFile


def _attachments(data: bytes) -> list[Member]:
    """The attachments of an e-mail; none where it cannot be taken apart, which its reader will say."""
    try:
        return mail_members(data)
    except UnreadableFile:
        return []


OPENERS: dict[str, Callable[[bytes], list[Member]]] = {".zip": zip_members, ".eml": _attachments}
"""How each kind of archive is opened, by its suffix; of an e-mail, its attachments are the members."""
ATTACHED = "（添付）"
"""What is added to the name of an e-mail in an archive, for the folder of its attachments: the e-mail is a
document too, and keeps its own name."""
_FREELY = 10 * MEGABYTE
_MOST_TIMES = 200  # text packs to a twentieth; only what was made to do harm packs to a thousandth


def unpack(data: bytes, suffix: str, folder: Path, limits: Limits) -> Unpacked:
    """Writes an archive's files below `folder`, an archive in it as a folder of its own name.

    A member that cannot be had (encrypted, damaged, a link, with a name that leads out of the folder, too
    large) is left out with its reason, and so is an archive in the archive. Files whose names begin with a
    dot and those that macOS adds are passed over. Raises UnreadableFile for an archive that cannot be opened
    or that holds more files than `limits` allow.
    """
    unpacking = _Unpacking(folder, limits)
    unpacking.take(OPENERS[suffix](data), (), 1)
    return Unpacked(tuple(unpacking.members), tuple(unpacking.skipped))


class _Refused(Exception):  # noqa: N818  # said of the member, not of the program
    """A member that is left out; its text is the sentence why."""


class _Unpacking:
    """The state of one unpacking: what was written, what was left out, what may still come."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.members: list[str] = []
        self.skipped: list[tuple[str, str]] = []
        self._folder = folder
        self._limits = limits
        self._names = PlacedNames()
        self._listed = 0
        self._left = limits.expanded_megabytes * MEGABYTE

    def take(self, members: list[Member], below: tuple[str, ...], depth: int) -> None:
        """Writes the members of one archive, `below` the folder that stands for it."""
        self._listed += len(members)
        if self._listed > self._limits.archive_members:
            raise UnreadableFile(
                f"it holds {self._listed:,} files, and an archive may hold {self._limits.archive_members:,}"
            )
        for member in members:
            try:
                self._take_one(member, below, depth)
            except (_Refused, RefusedName, UnreadableFile) as refusal:
                self.skipped.append(("/".join((*below, printable(member.name))), str(refusal)))

    def _take_one(self, member: Member, below: tuple[str, ...], depth: int) -> None:
        parts = safe_parts(member.name)
        if not parts:
            return
        if member.refusal is not None:
            raise _Refused(member.refusal)
        place = self._names.file((*below, *parts))
        suffix = PurePosixPath(place[-1]).suffix.lower()
        if suffix == ".zip":
            self._check_depth(depth)
        self._write(member, place)
        if suffix not in OPENERS:
            self.members.append("/".join(place))
            return
        path = self._folder.joinpath(*place)
        data = path.read_bytes()
        if suffix == ".eml":
            self.members.append("/".join(place))
            place = (*place[:-1], place[-1] + ATTACHED)
        else:
            path.unlink()
            self._names.make_folder(place)
        if inner := OPENERS[suffix](data):
            self._check_depth(depth)
            self.take(inner, place, depth + 1)

    def _check_depth(self, depth: int) -> None:
        if depth >= self._limits.archive_depth:
            raise _Refused(f"it lies in {depth} archives, one in another, and no more of them are opened")

    def _write(self, member: Member, place: tuple[str, ...]) -> None:
        path = self._folder.joinpath(*place)
        path.parent.mkdir(parents=True, exist_ok=True)
        written = 0
        try:
            with path.open("xb") as file:
                for piece in member.pieces():
                    written += len(piece)
                    self._count(len(piece), written, member)
                    file.write(piece)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def _count(self, size: int, written: int, member: Member) -> None:
        self._left -= size
        if self._left < 0:
            raise _Refused(
                f"all that is in the archive is more than the {self._limits.expanded_megabytes:,} MiB that "
                "may come out of one"
            )
        if written > self._limits.file_megabytes * MEGABYTE:
            raise _Refused(f"it is larger than the {self._limits.file_megabytes:,} MiB that a file may have")
        if written > _FREELY and written > _MOST_TIMES * member.packed:
            raise _Refused(f"it unpacks to more than {_MOST_TIMES} times its size, as a zip bomb does")
