"""A submission as it will be read, before it is sent."""

from dataclasses import dataclass
from typing import Any

from lessons.models import PracticeExamplePage
from meegenomen.core.models import words_for
from meegenomen.submissions.form import choices
from meegenomen.submissions.form.forms import ShareForm
from meegenomen.submissions.form.lookalikes import Lookalike, lookalikes
from meegenomen.submissions.form.pictures import as_data
from meegenomen.submissions.form.ticket import Ticket
from meegenomen.submissions.guard.personal_data import Finding, find
from meegenomen.submissions.moderation.anonymity import names_in

PICTURE_SIDE = 720


@dataclass(frozen=True, slots=True)
class PhotoPreview:
    name: str
    alt: str
    source: str
    """The picture itself as a data: address: it has no public one yet."""


@dataclass(frozen=True, slots=True)
class Preview:
    title: str
    done: str
    results: str
    stage: str
    themes: str
    lesson: str
    organisation: str
    """The name, or only the kind where the sender wants no name."""
    country: str
    link: str
    photos: tuple[PhotoPreview, ...]
    documents: tuple[str, ...]
    byline: str
    """Name and role as shown on the site; empty where the sender does not want that."""
    adds_to: PracticeExamplePage | None
    lookalikes: tuple[Lookalike, ...]
    """What is on the site already; not asked when it is to be added to something."""
    personal: tuple[Finding, ...]
    """What in the text may be about a person."""
    named: tuple[str, ...]
    """Names in the text of a sender who does not want them shown."""


def preview_of(form: ShareForm, ticket: Ticket) -> Preview:
    said = form.cleaned_data
    shown = said["naam_tonen"]
    texts = [said["titel"], said["gedaan"], said["opgeleverd"]]
    texts += [said[photo.alt_field] for photo in form.photos]
    return Preview(
        title=said["titel"],
        done=said["gedaan"],
        results=said["opgeleverd"],
        stage=said["fase"],
        themes=", ".join(theme for theme in said["thema"] if theme != choices.OTHER_THEME),
        lesson=str(dict(choices.lessons())[said["les"]]) if said["les"] else "",
        organisation=said["organisatie"] if shown else _unnamed(said),
        country=said["land"],
        link=said["link"] if shown else "",
        photos=tuple(
            PhotoPreview(file.name, said[file.alt_field], as_data(file, side=PICTURE_SIDE))
            for file in ticket.files
            if file.is_image
        ),
        documents=tuple(file.name for file in ticket.files if not file.is_image),
        byline=", ".join(filter(None, (said["naam"], said["functie"]))) if shown else "",
        adds_to=said["vult_aan"],
        lookalikes=() if said["vult_aan"] else lookalikes(said["titel"], said["gedaan"]),
        personal=find(texts),
        named=() if shown else names_in(texts, organisation=said["organisatie"], name=said["naam"]),
    )


def _unnamed(said: dict[str, Any]) -> str:
    return words_for(choices.organisation_type_of(said["soort"]), said["omvang"])
