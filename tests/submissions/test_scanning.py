"""With a virus scanner, nothing is opened or used that was not found clean."""

from io import BytesIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from lessons.models import PracticeExamplePage
from meegenomen.submissions.guard import scanning
from meegenomen.submissions.models import ScanState, Submission
from meegenomen.submissions.states import SubmissionState
from meegenomen.submissions.uploads import scanner
from meegenomen.submissions.uploads.scanner import Unanswered, virus_in
from tests.submissions.clamd import EICAR, clamd, honest
from tests.submissions.files import docx, upload

NOBODY = "/nergens/clamd.ctl"


def document(text: bytes = b"<o/>"):
    return upload(docx({"word/extra.xml": text}), "verslag.docx")


def infected():
    """A pdf is sent on as it is, so what stands in it is what the scanner reads."""
    return upload(b"%PDF-1.7\n" + EICAR + b"\ntrailer<<>>\n%%EOF\n", "besmet.pdf")


@pytest.fixture
def waiting(visitor, settings) -> Submission:
    """With a document, from a time that the scanner was away."""
    settings.CLAMAV = NOBODY
    return visitor.send(document())


def states(submission: Submission) -> list[str]:
    return list(submission.files.values_list("scan", flat=True))


@pytest.mark.parametrize("over", ["unix", "tcp"])
def test_clamd_reads_all_of_it_and_says_what_it_found(tmp_path, over):
    content = b"x" * 200_000 + EICAR
    with clamd(honest, tmp_path / "clamd.ctl" if over == "unix" else None) as (address, seen):
        assert virus_in(BytesIO(b"gewoon"), address) == ""
        assert virus_in(BytesIO(content), address) == "Eicar-Test-Signature"
        assert virus_in(BytesIO(b""), address) == ""
    assert seen == [b"gewoon", content, b""]


@pytest.mark.parametrize(
    "answer",
    [
        b"hang",
        None,
        b"",
        b"OK\0",
        b"stream: OK and more\0",
        b"stream: INSTREAM size limit exceeded. ERROR\0",
        b"\xff\xfe\x00garbage",
        b"FOUND " * 2000,
        b"stream:  FOUND\0",
    ],
)
def test_whatever_else_clamd_says_is_no_answer(answer, monkeypatch):
    monkeypatch.setattr(scanner, "SECONDS", 0.5)
    with clamd(lambda content: answer) as (address, _), pytest.raises(Unanswered):
        virus_in(BytesIO(b"gewoon"), address)


@pytest.mark.parametrize("address", [NOBODY, "127.0.0.1:1", "onzin", "host:poort", ":"])
def test_a_scanner_that_is_not_there_does_not_answer(address):
    with pytest.raises(Unanswered):
        virus_in(BytesIO(b"gewoon"), address)


def test_files_are_scanned_as_soon_as_they_are_sent(
    visitor, settings, django_capture_on_commit_callbacks
):
    with (
        clamd(honest) as (settings.CLAMAV, seen),
        django_capture_on_commit_callbacks(execute=True),
    ):
        submission = visitor.send(document(), infected())

    assert states(submission) == [ScanState.CLEAN, ScanState.INFECTED]
    assert submission.files.last().virus == "Eicar-Test-Signature"
    assert len(seen) == 2


def test_a_dead_scanner_costs_the_visitor_nothing(
    visitor, settings, django_capture_on_commit_callbacks
):
    settings.CLAMAV = NOBODY
    with django_capture_on_commit_callbacks(execute=True):
        submission = visitor.send(document())

    assert states(submission) == [ScanState.WAITING]
    assert submission.state == SubmissionState.RECEIVED


def test_what_waits_for_the_scanner_is_not_opened_and_becomes_no_page(waiting, moderator):
    file = waiting.files.get()

    shown = moderator.get(reverse("inzendingen:inspect", args=[waiting.pk])).content.decode()
    opened = moderator.get(reverse("inzendingen:file", args=[file.pk]))
    drafted = moderator.post(reverse("inzendingen:draft", args=[waiting.pk]), follow=True)

    assert "Nog niet gescand" in shown
    assert reverse("inzendingen:file", args=[file.pk]) not in shown
    assert opened.status_code in (302, 403)
    assert not opened.get("Content-Disposition")
    assert "een bestand is nog niet op virussen gescand" in drafted.content.decode()
    waiting.refresh_from_db()
    assert waiting.state == SubmissionState.RECEIVED
    assert not PracticeExamplePage.objects.filter(title=waiting.title).exists()


def test_the_command_tries_again(waiting, moderator, settings, capsys):
    call_command("scan_files")
    assert capsys.readouterr().out == "Clean: 0, infected: 0, still waiting: 1.\n"

    with clamd(honest) as (settings.CLAMAV, _):
        call_command("scan_files")

    assert capsys.readouterr().out == "Clean: 1, infected: 0, still waiting: 0.\n"
    opened = moderator.get(reverse("inzendingen:file", args=[waiting.files.get().pk]))
    assert opened.status_code == 200
    assert opened["Content-Disposition"].startswith("attachment")
    assert b"".join(opened.streaming_content)
    moderator.post(reverse("inzendingen:draft", args=[waiting.pk]))
    waiting.refresh_from_db()
    assert waiting.page


def test_what_is_infected_is_never_served_and_stays_out_of_the_page(
    visitor, moderator, settings, django_capture_on_commit_callbacks
):
    with (
        clamd(honest) as (settings.CLAMAV, _),
        django_capture_on_commit_callbacks(execute=True),
    ):
        submission = visitor.send(document(), infected())
    clean, ill = submission.files.all()
    # Not even when somebody takes the scanner away.
    for settings.CLAMAV in (NOBODY, ""):
        answer = moderator.get(reverse("inzendingen:file", args=[ill.pk]))
        assert not answer.get("Content-Disposition")
    shown = moderator.get(reverse("inzendingen:inspect", args=[submission.pk])).content.decode()
    assert "Virus gevonden: Eicar-Test-Signature" in shown

    moderator.post(reverse("inzendingen:draft", args=[submission.pk]))

    submission.refresh_from_db()
    blocks = [
        block.value["document"] for block in submission.page.body if block.block_type == "document"
    ]
    assert [document.file_size for document in blocks] == [clean.size]
    assert submission.copies.count() == 1


def test_without_a_scanner_the_queue_says_so_and_files_open(visitor, moderator):
    submission = visitor.send(document())

    shown = moderator.get(reverse("inzendingen:inspect", args=[submission.pk])).content.decode()
    opened = moderator.get(reverse("inzendingen:file", args=[submission.files.get().pk]))

    assert "Niet gescand: er is geen virusscanner ingesteld" in shown
    assert opened.status_code == 200
    opened.close()
    with pytest.raises(CommandError, match="No virus scanner is set up"):
        call_command("scan_files")


def test_a_file_that_was_erased_meanwhile_holds_nothing_up(waiting, settings):
    file = waiting.files.get()
    file.stored.storage.delete(file.stored.name)

    with clamd(honest) as (settings.CLAMAV, seen):
        assert scanning.scan_waiting() == scanning.Scanned(clean=0, infected=0, waiting=1)
    assert not seen
