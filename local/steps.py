"""Says what is being done while it is done: a line per step with its time."""

import contextlib
import threading
import time

_STARTED = time.monotonic()
_SPEAKING = threading.Lock()


class Trouble(Exception):
    """Something that a person has to change; the message is one clear sentence."""


def say(text=""):
    with _SPEAKING:
        print(text, flush=True)


@contextlib.contextmanager
def step(title):
    """Says what was done and how long it took, once it is done."""
    started = time.monotonic()
    note = Note()
    yield note
    seconds = time.monotonic() - started
    say(f"{time.monotonic() - _STARTED:6.1f} s  {title}{note.text} ({seconds:.1f} s)")


class Note:
    """What a step wants to add to its line."""

    text = ""

    def add(self, text):
        self.text = f", {text}"
