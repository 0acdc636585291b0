"""The words between braces that an editor may use in a mail: a short list, and no more.

Nothing here runs as a template: a name is looked up and what it stands for is put in, once.
"""

import re
from collections.abc import Mapping

from django.utils.html import escape, format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from meegenomen.submissions.models.outgoing import MailKind

TITLE, LINK, PAGE, QUESTION, REASON = "titel", "link", "pagina", "vraag", "reden"
ALLOWED: dict[MailKind, tuple[str, ...]] = {
    # To an address that nobody confirmed goes nothing that somebody else may have written.
    MailKind.CONFIRM: (LINK,),
    MailKind.RECEIVED: (TITLE, LINK),
    MailKind.TAKEN: (TITLE, LINK),
    MailKind.QUESTION: (TITLE, LINK, QUESTION),
    MailKind.ANSWERED: (TITLE, LINK),
    MailKind.PUBLISHED: (TITLE, LINK, PAGE),
    MailKind.REFUSED: (TITLE, LINK, REASON),
    MailKind.WITHDRAWN: (TITLE, LINK),
}
# Without it the visitor cannot do what the mail asks for, or loses the only key.
NEEDED = {
    MailKind.CONFIRM: LINK,
    MailKind.RECEIVED: LINK,
    MailKind.QUESTION: LINK,
    MailKind.ANSWERED: LINK,
}
ADDRESSES = (LINK, PAGE)
BRACED = re.compile(r"\{([^{}]*)\}")
CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


def fault_in(body: str, kind: MailKind) -> str:
    """What is wrong with the text of this mail, for its writer; empty when nothing is."""
    allowed = ALLOWED[kind]
    for name in BRACED.findall(body):
        if name not in allowed:
            return _("{%(name)s} kennen we hier niet. Gebruik alleen %(known)s.") % {
                "name": name,
                "known": _listed(allowed),
            }
    if re.search(r"[{}]", BRACED.sub("", body)):
        return _("Er staat een losse accolade in. Gebruik { en } alleen voor %(known)s.") % {
            "known": _listed(allowed)
        }
    needed = NEEDED.get(kind)
    if needed and f"{{{needed}}}" not in body:
        return _("Zet {%(name)s} in de tekst: zonder kan de lezer niet verder.") % {"name": needed}
    return ""


def fault_in_subject(subject: str) -> str:
    """What a visitor wrote stays out of the headers, so nothing is filled in here."""
    if re.search(r"[{}]", subject):
        return _("In een onderwerp vullen we niets in. Haal de accolades weg.")
    if CONTROL.search(subject):
        return _("Een onderwerp is één regel, zonder bijzondere tekens.")
    return ""


def as_text(body: str, values: Mapping[str, str]) -> str:
    """In one pass: braces in what a visitor wrote are text."""
    return BRACED.sub(lambda found: values.get(found[1], found[0]), body)


def as_html(body: str, values: Mapping[str, str]) -> SafeString:
    def put_in(found: re.Match[str]) -> str:
        name = found[1]
        value = values.get(name)
        if value is None:
            return found[0]
        if name in ADDRESSES:
            return format_html('<a href="{0}">{0}</a>', value)
        return escape(value)

    # Both the text, which has no braces that escaping touches, and each value are escaped.
    filled_in = mark_safe(BRACED.sub(put_in, escape(body)))  # noqa: S308  see above
    return mark_safe(linebreaks(filled_in, autoescape=False))  # noqa: S308  see above


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
