"""Everything that is checked, in one command: ``python -m tests``.

Lint, format, types, layers and tests run one after the other, tests last; one that fails does
not keep the others from being run. Arguments go to pytest: ``python -m tests -k notes``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
LAYERS = "from importlinter.cli import lint_imports_command as check; check()"
CHECKS = {
    "lint": ["-m", "ruff", "check", "--quiet"],
    "format": ["-m", "ruff", "format", "--check", "--quiet"],
    "types": ["-m", "mypy", "--no-error-summary"],
    "layers": ["-c", LAYERS, "--no-logo"],
    "tests": ["-m", "pytest"],
}
"""What is checked, and how it is asked of the interpreter that runs this."""


def main(arguments: list[str]) -> int:
    """Runs every check; 1 when one of them failed."""
    failed = []
    for name, command in CHECKS.items():
        print(f"== {name}", flush=True)
        more = arguments if name == "tests" else []
        if subprocess.run([sys.executable, *command, *more], cwd=TOP, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
