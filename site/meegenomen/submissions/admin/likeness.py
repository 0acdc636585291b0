"""How much each submission of a list looks like what is on the site. Kept, because it takes a
search each, until the site or the submission changes."""

import hashlib
from collections.abc import Iterable

from django.core.cache import cache

from meegenomen.core.models import ContentVersion
from meegenomen.submissions.form.lookalikes import Lookalike, lookalikes
from meegenomen.submissions.models import Submission
from meegenomen.submissions.states import OPEN_STATES

SECONDS_KEPT = 24 * 60 * 60


def alike(submission: Submission) -> tuple[Lookalike, ...]:
    """Nothing once it was decided on: by then it may well look like the page it became."""
    if submission.state not in OPEN_STATES:
        return ()
    page = submission.placed_on
    told = f"{submission.done}\n{submission.results}"
    return lookalikes(submission.title, told, leaving_out=page.pk if page else None)


def percentages(submissions: Iterable[Submission]) -> dict[int, int]:
    """By the number of the submission; 0 where nothing looks like it."""
    version = ContentVersion.current()
    keys = {_key(submission, version): submission for submission in submissions}
    known: dict[str, int] = cache.get_many(keys)
    fresh = {
        key: max((one.percent for one in alike(submission)), default=0)
        for key, submission in keys.items()
        if key not in known
    }
    if fresh and version:
        cache.set_many(fresh, SECONDS_KEPT)
    return {keys[key].pk: percent for key, percent in (known | fresh).items()}


def _key(submission: Submission, version: object) -> str:
    """No words in it: a cache may be anywhere."""
    told = "\n".join((submission.title, submission.done, submission.results, submission.state))
    digest = hashlib.sha256(told.encode()).hexdigest()[:24]
    return f"likeness:{version}:{submission.pk}:{digest}"
