from django.urls import path, register_converter

from meegenomen.submissions.keys import SECRET_PATTERN
from meegenomen.submissions.views.challenge import challenge
from meegenomen.submissions.views.confirm import confirm
from meegenomen.submissions.views.correct import correct
from meegenomen.submissions.views.lookalikes import looks_like
from meegenomen.submissions.views.share import share
from meegenomen.submissions.views.status import status, thanks


class SecretConverter:
    regex = SECRET_PATTERN

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(SecretConverter, "secret")

urlpatterns = [
    path("deel-jouw-inspiratie/", share, name="share"),
    path("deel-jouw-inspiratie/rekensom/", challenge, name="share_challenge"),
    path("deel-jouw-inspiratie/lijkt-op/", looks_like, name="share_looks_like"),
    path("deel-jouw-inspiratie/bedankt/<secret:secret>/", thanks, name="share_thanks"),
    path("volg/<secret:secret>/bevestig/<str:code>/", confirm, name="submission_confirm"),
    path("volg/<secret:secret>/wijzig/", correct, name="submission_correct"),
    path("volg/<secret:secret>/", status, name="submission_status"),
]
