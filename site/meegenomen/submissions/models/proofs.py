from django.db import models


class UsedProof(models.Model):
    """A proof of work that something was sent with. Unique, so that it counts once; kept until
    the proof itself would be too old."""

    fingerprint = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.fingerprint[:12]
