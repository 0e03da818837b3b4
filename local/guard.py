"""Runs a command that does not outlive the thread that started it, even when that is killed outright.

Only Linux can promise this; elsewhere the command simply runs.
"""

import ctypes
import os
import signal
import sys

_SET_PARENT_DEATH_SIGNAL = 1

if __name__ == "__main__":
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)
    os.execvp(sys.argv[1], sys.argv[1:])
