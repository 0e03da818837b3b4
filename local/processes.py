"""Everything that is started, so that everything is ended: each in a process group of its own."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from steps import Trouble

GUARD = Path(__file__).with_name("guard.py")
_PATIENCE = 20


class Processes:
    def __init__(self, logs):
        self._logs = logs
        self._running = []
        self._lock = threading.Lock()
        self._closing = False

    def run(self, log, command, cwd, env):
        """Runs something to its end, with what it prints in a log."""
        process = self._start(log, command, cwd, env)
        code = process.wait()
        with self._lock:
            self._running.remove(process)
        if code:
            raise Trouble(f"{_name(command)} failed.\n{self._tail(log)}")

    def start(self, log, command, cwd, env):
        """Starts something that goes on; to be called from the main thread, with which it ends."""
        guarded = [sys.executable, GUARD, *command]
        return Server(self._start(log, guarded, cwd, env), log, lambda: self._tail(log))

    def end(self):
        """Ends what runs, last started first, and waits for it."""
        with self._lock:
            self._closing = True
            running = list(reversed(self._running))
            self._running.clear()
        for process in running:
            _signal(process, signal.SIGTERM)
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                pass
            # Also what it may have left behind in its group.
            _signal(process, signal.SIGKILL)
            process.wait()

    def _start(self, log, command, cwd, env):
        with self._lock:
            if self._closing:
                raise Trouble("Everything is being ended.")
            with open(self._logs / f"{log}.log", "ab") as output:
                process = subprocess.Popen(
                    [str(word) for word in command],
                    cwd=cwd,
                    env=env,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
            self._running.append(process)
            return process

    def _tail(self, log):
        path = self._logs / f"{log}.log"
        lines = path.read_text(errors="replace").splitlines()[-25:]
        return "\n".join([*lines, f"All of it is in {path}."])


class Server:
    def __init__(self, process, name, tail):
        self._process = process
        self._name = name
        self._tail = tail

    def check(self):
        if self._process.poll() is not None:
            raise Trouble(f"{self._name} has ended by itself.\n{self._tail()}")

    def was_killed(self):
        return self._process.poll() == -signal.SIGKILL

    def wait_until(self, is_up, seconds):
        end = time.monotonic() + seconds
        while not is_up():
            self.check()
            if time.monotonic() > end:
                raise Trouble(f"{self._name} is not up after {seconds} seconds.\n{self._tail()}")
            time.sleep(0.1)


def _name(command):
    return os.path.basename(str(command[0]))


def _signal(process, number):
    try:
        os.killpg(process.pid, number)
    except (ProcessLookupError, PermissionError):
        pass
