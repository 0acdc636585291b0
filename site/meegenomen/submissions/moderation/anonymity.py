"""What would still give away a sender who is not to be named; see docs/decisions/0071."""

import re
from collections.abc import Iterable

from meegenomen.submissions.models import Submission

# What stands before the name that tells organisations apart.
KINDS = re.compile(
    r"^(?:de |het )?(?:gemeente|provincie|waterschap|hoogheemraadschap|ministerie van|"
    r"veiligheidsregio|omgevingsdienst|stichting|vereniging)\s+",
    re.IGNORECASE,
)
SHORTEST = 3


def names_in(texts: Iterable[str], *, organisation: str, name: str) -> tuple[str, ...]:
    """Which of the names that are not to be shown stand in these texts, as whole words."""
    wanted = dict.fromkeys((organisation, KINDS.sub("", organisation), name))
    found = [one for one in wanted if len(one) >= SHORTEST and _is_in(one, "\n".join(texts))]
    # "Voorbeeldstad" says nothing new beside "Gemeente Voorbeeldstad".
    return tuple(one for one in found if not any(one != other and one in other for other in found))


def names_left_in(submission: Submission) -> tuple[str, ...]:
    """For the editor; nothing when the names may be shown."""
    if not submission.is_anonymous:
        return ()
    texts = [submission.title, submission.done, submission.results]
    texts += [file.alt for file in submission.files.all()]
    return names_in(texts, organisation=submission.organisation, name=submission.name)


def _is_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None
