from django.db import models


class Attempt(models.Model):
    """Something an address did that is counted. Kept a day, and the address only as a hash."""

    action = models.CharField(max_length=12)
    address_hash = models.CharField(max_length=64)
    network_hash = models.CharField(max_length=64, default="")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["action", "at"], name="submissions_attempts")]

    def __str__(self) -> str:
        return f"{self.action} {self.at:%Y-%m-%d %H:%M}"
