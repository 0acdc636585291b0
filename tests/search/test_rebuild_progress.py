"""What the command says while it is busy."""

from io import StringIO

from django.core.management.base import OutputWrapper

from search.index.progress import LINE_EVERY, ProgressLine
from search.index.rebuild import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def said(out: StringIO, *read: int, taken_over: int = 0, total: int = 20_000) -> str:
    """With a second between two messages."""
    seconds = iter(range(100))
    line = ProgressLine(OutputWrapper(out), clock=lambda: float(next(seconds)))
    for one in (taken_over, *read):
        line.told(Progress(index="x", version=1, taken_over=taken_over, read=one, total=total))
    line.end()
    return out.getvalue()


def test_in_a_terminal_one_line_changes():
    said_so = said(Terminal(), 500, 2_000, 20_000)
    assert said_so.count("\r") == 3
    assert said_so.count("\n") == 1
    assert "2,000 of 20,000 pages (10%), 1,000 a second, 0:18 left" in said_so


def test_elsewhere_a_line_stays_now_and_then():
    said_so = said(StringIO(), 500, LINE_EVERY, LINE_EVERY + 500, 2 * LINE_EVERY)
    assert "\r" not in said_so
    assert said_so.splitlines() == [
        "5,000 of 20,000 pages (25%), 5,000 a second, 0:03 left",
        "10,000 of 20,000 pages (50%), 5,000 a second, 0:02 left",
    ]


def test_what_a_killed_one_did_does_not_count_as_speed():
    said_so = said(Terminal(), 11_000, taken_over=10_000)
    assert "Going on after 10,000 of 20,000 pages." in said_so
    assert "11,000 of 20,000 pages (55%), 1,000 a second, 0:09 left" in said_so


def test_no_pages_are_no_error():
    assert said(Terminal(), total=0) == ""
