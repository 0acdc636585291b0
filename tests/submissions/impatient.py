"""The worker of the site with little patience, so that a test of it need not have much."""

from meegenomen.worker import Worker


class ImpatientWorker(Worker):
    SILENCE = 2
    IN_ALL = 6
