"""Pictures of waiting photos, inside the page: they have no address, public or secret."""

import base64
from io import BytesIO

from PIL import Image

from meegenomen.submissions.uploads import waiting_room


def as_data(file: waiting_room.WaitingFile, *, side: int) -> str:
    """The photo made anew as a small JPEG, as a data: address."""
    with waiting_room.opened(file) as content, Image.open(content) as image:
        image.draft("RGB", (side, side))
        picture = image.convert("RGB")
        picture.thumbnail((side, side))
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=75)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode()
