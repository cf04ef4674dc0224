"""Runs a command on a terminal of its own until some words stand on the screen, then quits it.

    python3 .ci/screen.py WORDS SECONDS COMMAND...

The exit code is 0 when the words came and the command then ended well by q. It needs
nothing but Python's standard library, so that it can look at an installation from outside.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from contextlib import suppress

ROWS, COLUMNS = 40, 120
QUIT = b"q"
GRACE = 10.0
"""Seconds in which the command must end once it is asked to."""
QUIET = 1.0
"""Seconds without a change after which a screen is taken to stand."""
ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.")


def words(written: bytes) -> str:
    """What was written to the terminal, without its control sequences."""
    return " ".join(ESCAPES.sub(b"", written).decode("utf-8", "replace").split())


def read(terminal: int, seconds: float) -> bytes | None:
    """What the command writes within a while; ``None`` when it has gone."""
    if not select.select([terminal], [], [], seconds)[0]:
        return b""
    try:
        return os.read(terminal, 65536) or None
    except OSError:  # Linux says so when the last process has left the terminal
        return None


def watch(terminal: int, wanted: str, seconds: float) -> tuple[bool, bytes]:
    """Reads until the wanted words stand there, the time is up or the command has gone."""
    written = b""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        more = read(terminal, 0.2)
        if more is None:
            break
        written += more
        if more and wanted in words(written):
            while read(terminal, QUIET):
                pass
            return True, written
    return False, written


def leave(child: int, terminal: int) -> int | None:
    """Quits the command; its exit code, or ``None`` when it had to be ended."""
    end = time.monotonic() + GRACE
    asked = 0.0
    while time.monotonic() < end:
        if time.monotonic() - asked > 1:
            asked = time.monotonic()
            with suppress(OSError):  # it has gone already
                os.write(terminal, QUIT)
        read(terminal, 0.1)
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def main(wanted: str, seconds: float, command: list[str]) -> int:
    """Runs the command; 0 when all went well."""
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.environ["TERM"] = "xterm-256color"
        os.execvp(command[0], command)
    found, written = watch(terminal, wanted, seconds)
    code = leave(child, terminal)
    if found and code == 0:
        print(f"On the screen: {wanted}")
        return 0
    print(f"Not on the screen: {wanted}" if not found else f"It ended with {code}.")
    print(words(written)[-3000:])
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2]), sys.argv[3:]))
