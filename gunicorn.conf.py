"""How gunicorn serves the site. It finds this file by itself when it is started in this folder."""

import gc
from typing import Any

worker_class = "meegenomen.worker.Worker"
workers = 2
threads = 8
keepalive = 5
control_socket_disable = True


def post_worker_init(worker: Any) -> None:
    """What was loaded stays; looking through it for garbage held a visitor up for 0.15 s."""
    gc.collect()
    gc.freeze()
