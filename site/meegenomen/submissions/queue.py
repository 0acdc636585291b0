from meegenomen.submissions.models import Submission


def waiting_count() -> int:
    """How many submissions nobody has taken up yet, without suspected spam."""
    return Submission.objects.waiting().count()
