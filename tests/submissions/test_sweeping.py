import os
import time
from pathlib import Path

import pytest
from django.core.management import call_command

from meegenomen.submissions.keeping import sweeping
from tests.submissions.files import jpeg
from tests.submissions.visitor import WITH_PHOTO


def make_older(folder: Path, hours: float) -> None:
    for file in folder.iterdir():
        os.utime(file, (time.time() - hours * 3600,) * 2)


@pytest.mark.parametrize(("hours", "removed"), [(23, 0), (26, 1)])
def test_files_wait_a_day_to_be_sent(visitor, private_files, hours, removed):
    visitor.check(jpeg(), **WITH_PHOTO)
    make_older(private_files / "wachtkamer", hours)

    assert sweeping.sweep().waiting == removed


def test_a_file_without_its_row_is_swept_away_and_the_others_stay(submission, private_files):
    folder = private_files / "inzendingen"
    (folder / "halverwege-gestopt").write_bytes(b"x")
    assert sweeping.sweep().orphans == 0, "its row may still come"
    make_older(folder, 2)

    assert sweeping.sweep().orphans == 1
    assert submission.files.get().stored.size


def test_the_command_tells_what_it_did(db, capsys):
    call_command("purge_submissions")

    assert "Erased 0 submissions." in capsys.readouterr().out
