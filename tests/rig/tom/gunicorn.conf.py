# SPDX-License-Identifier: GPL-3.0-or-later
"""Serves one TOM for a test: tells its address once it listens, and ends with whoever holds standard input open."""
import json
import os
import signal
import threading

bind = "127.0.0.1:" + os.environ.get("TOM_PORT", "0")
workers = 1
threads = 4
preload_app = True
accesslog = "access.log"
errorlog = "error.log"
capture_output = False
keepalive = 0


def until_input_ends():
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def when_ready(server):
    print(json.dumps({"url": "http://127.0.0.1:%d" % server.LISTENERS[0].sock.getsockname()[1]}), flush=True)
    threading.Thread(target=until_input_ends, daemon=True).start()
