import secrets

from django.db import models


def new_token() -> str:
    return secrets.token_hex(16)


class ContentVersion(models.Model):
    """One row that every change to public content renews, in the transaction of that change.

    A random value, not a counter: a rollback, a restored backup or a second database never
    brings back a value that stood for other content.
    """

    token = models.CharField(max_length=32, default=new_token, editable=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_content_version")]

    def __str__(self) -> str:
        return self.token

    @classmethod
    def current(cls) -> str | None:
        """None where the row is gone: then nothing may be kept."""
        return cls.objects.filter(pk=1).values_list("token", flat=True).first()

    @classmethod
    def renew(cls) -> None:
        cls.objects.filter(pk=1).update(token=new_token())
