"""Everything that is checked, in one command: ``python -m tests``.

Lint, format, types, layers and tests; one that fails does not keep the others from being run.
Types and layers are looked at beside the tests, which use every core, and are told of after them.
Arguments go to pytest: ``python -m tests -k notes``; ``-n 0`` runs one test after the other.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
LAYERS = "from importlinter.cli import lint_imports_command as check; check()"
FIRST = {
    "lint": ["-m", "ruff", "check", "--quiet"],
    "format": ["-m", "ruff", "format", "--check", "--quiet"],
}
"""What takes no time, and how it is asked of the interpreter that runs this."""
BESIDE = {
    "types": ["-m", "mypy", "--no-error-summary"],
    "layers": ["-c", LAYERS, "--no-logo"],
}
"""What takes a while and one core."""
PROCESSES = min((os.cpu_count() or 1) * 3 // 2, 8)
"""Among which the tests are dealt out: those of the screen wait for half of their time. Eight have
most of what there is to gain, and each has the program in its memory."""
TESTS = ["-m", "pytest", "--numprocesses", str(PROCESSES), "--dist", "worksteal"]


def main(arguments: list[str]) -> int:
    """Runs every check; 1 when one of them failed."""
    failed = [name for name, command in FIRST.items() if not passes(name, command)]
    beside = {
        name: subprocess.Popen(
            [sys.executable, *command], cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for name, command in BESIDE.items()
    }
    if not passes("tests", [*TESTS, *arguments]):
        failed.append("tests")
    for name, process in beside.items():
        print(f"== {name}", flush=True)
        sys.stdout.buffer.write(process.communicate()[0])
        if process.returncode:
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}")
    return 1 if failed else 0


def passes(name: str, command: list[str]) -> bool:
    """Whether a check is passed, which tells of itself while it runs."""
    print(f"== {name}", flush=True)
    return not subprocess.run([sys.executable, *command], cwd=TOP, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # pytest has told of it
        sys.exit(130)
