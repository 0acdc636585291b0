"""A submission as it will be read, before it is sent."""

import base64
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from lessons.models import PracticeExamplePage
from meegenomen.submissions import choices
from meegenomen.submissions.forms import ShareForm
from meegenomen.submissions.lookalikes import Lookalike, lookalikes
from meegenomen.submissions.personal_data import Finding, find
from meegenomen.submissions.ticket import Ticket
from meegenomen.submissions.uploads import waiting_room

THUMBNAIL_SIDE = 720


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


def preview_of(form: ShareForm, ticket: Ticket) -> Preview:
    said = form.cleaned_data
    shown = said["naam_tonen"]
    return Preview(
        title=said["titel"],
        done=said["gedaan"],
        results=said["opgeleverd"],
        stage=said["fase"],
        themes=", ".join(theme for theme in said["thema"] if theme != choices.OTHER_THEME),
        lesson=str(dict(choices.lessons())[said["les"]]) if said["les"] else "",
        organisation=said["organisatie"] if shown else said["soort"],
        country=said["land"],
        link=said["link"],
        photos=tuple(
            PhotoPreview(file.name, said[file.alt_field], _thumbnail(file))
            for file in ticket.files
            if file.is_image
        ),
        documents=tuple(file.name for file in ticket.files if not file.is_image),
        byline=", ".join(filter(None, (said["naam"], said["functie"]))) if shown else "",
        adds_to=said["vult_aan"],
        lookalikes=() if said["vult_aan"] else lookalikes(said["titel"], said["gedaan"]),
        personal=find(
            [
                said["titel"],
                said["gedaan"],
                said["opgeleverd"],
                *(said[file.alt_field] for file in ticket.files if file.is_image),
            ]
        ),
    )


def _thumbnail(file: waiting_room.WaitingFile) -> str:
    with waiting_room.opened(file) as content, Image.open(content) as image:
        image.draft("RGB", (THUMBNAIL_SIDE, THUMBNAIL_SIDE))
        picture = image.convert("RGB")
        picture.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=80)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode()
