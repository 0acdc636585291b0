"""How gunicorn serves the site. It finds this file by itself when it is started in this folder."""

worker_class = "meegenomen.worker.Worker"
workers = 2
threads = 8
keepalive = 5
control_socket_disable = True
