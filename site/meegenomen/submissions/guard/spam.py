"""Looks for signs of spam in what is sent. They set a submission apart and never stop one."""

import re

from meegenomen.submissions.form.forms import ShareForm
from meegenomen.submissions.guard.signs import SpamSign
from meegenomen.submissions.models import Submission

MANY = 4
LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
MARKUP = re.compile(r"<a\s|\[url\b|\[link\b", re.IGNORECASE)


def signs_in(form: ShareForm) -> list[SpamSign]:
    said = form.cleaned_data
    text = "\n".join((said["titel"], said["gedaan"], said["opgeleverd"]))
    found = {
        SpamSign.HONEYPOT: form.is_caught,
        SpamSign.MANY_LINKS: len(LINK.findall(text)) >= MANY,
        SpamSign.MARKUP: MARKUP.search(text) is not None,
        SpamSign.SAME_TEXT: _came_before(said["gedaan"], said["opgeleverd"]),
    }
    return [sign for sign, is_there in found.items() if is_there]


def _came_before(done: str, results: str) -> bool:
    return Submission.objects.filter(done=done, results=results).exists()
