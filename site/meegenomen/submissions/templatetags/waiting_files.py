"""What a visitor sees of files that wait between two steps: they have no address of their own."""

from django import template

from meegenomen.submissions.form.pictures import as_data
from meegenomen.submissions.uploads import waiting_room

register = template.Library()
SMALL = 160


@register.filter
def small_picture(file: waiting_room.WaitingFile) -> str:
    """A data: address; see docs/decisions/0070. Empty for what is no photo, or waited too long."""
    return as_data(file, side=SMALL) if file.is_image and waiting_room.is_there(file) else ""
