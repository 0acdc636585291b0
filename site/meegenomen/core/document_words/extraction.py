"""Has a document read by a process that cannot hurt this one."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

from meegenomen.core.document_words import reading
from meegenomen.core.document_words.limits import MOST_BYTES, SECONDS
from meegenomen.core.models import Outcome


class BusyError(Exception):
    """The machine did not come to it; the document may be a quick one."""


def words_in(file: BinaryIO) -> tuple[Outcome, str]:
    """Never an error of the document's. Raises BusyError, and OSError of the file itself."""
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        return Outcome.TOO_LARGE, ""
    try:
        done = subprocess.run(  # noqa: S603  our own program, whose arguments are fixed
            [sys.executable, "-I", "-c", _START, *filter(None, sys.path)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            # Nothing of ours: no address of the database, no secret.
            env={"LANG": "C.UTF-8", "PATH": os.defpath},
            cwd=Path(__file__).parent,
        )
    except subprocess.TimeoutExpired as error:
        # A document that takes much work comes to its limit of CPU time before this.
        raise BusyError(f"not read within {SECONDS} s") from error
    if done.returncode < 0:
        # Killed for its use of time, or by the system for its use of memory.
        return Outcome.TOO_MUCH_WORK, ""
    try:
        answer = json.loads(done.stdout)
        return Outcome(answer["outcome"]), str(answer["text"])
    except (ValueError, KeyError, TypeError):
        return Outcome.BROKEN, ""


# Not by its name: an isolated Python looks for modules only where it is told to.
_START = f"import sys; sys.path[:] = sys.argv[1:]; from {reading.__name__} import main; main()"
