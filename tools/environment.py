"""Fill ``.venv`` from the locks; run by ``make setup`` and ``make setup-test``.

Only the standard library is imported: this runs before anything is installed. The environment is
made of layers (installer, runtime, torch, test). Each leaves a stamp in ``.venv`` that names what
it was made from, so a layer is installed again only when its lock or Python changed, and an
interrupted install, which leaves no stamp, is taken up again.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
TORCH_BUILDS = ("cpu", "gpu")


class SetupError(Exception):
    """What stops the set-up, in a sentence that says how to mend it."""


def stamp_of(python: tuple[int, int], build: str, *files: Path) -> str:
    """The mark of a layer: ``build`` and a hash of Python's version and the files' content."""
    digest = hashlib.sha256(f"{python[0]}.{python[1]}".encode())
    for file in files:
        digest.update(file.read_bytes())
    return f"{build} {digest.hexdigest()}"


def chosen_build(asked: str, stamp: str) -> str:
    """PyTorch's build: the one asked for, else the one that ``stamp`` says is there, else cpu.

    Args:
        asked: ``cpu``, ``gpu`` or nothing.
        stamp: content of the torch layer's stamp, empty when there is none.

    Raises:
        SetupError: another word was asked for.
    """
    if asked and asked not in TORCH_BUILDS:
        raise SetupError(f"TORCH={asked} is unknown: use TORCH=cpu or TORCH=gpu.")
    there = stamp.partition(" ")[0]
    return asked or (there if there in TORCH_BUILDS else "cpu")


def make_environment() -> None:
    """Create ``.venv``, or create it anew when it belongs to another Python.

    Raises:
        SetupError: Python comes without venv or ensurepip, or creating failed.
    """
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if PYTHON.exists() and _environment_version() == version:
        return
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise SetupError(
            f"Python {version} comes without venv here. Install it "
            f"(Debian, Ubuntu: sudo apt-get install python{version}-venv) and run make again."
        )
    if VENV.exists():
        _say(f"Making .venv anew for Python {version}")
        shutil.rmtree(VENV)
    else:
        _say(f"Making .venv with Python {version}")
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)]).returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetupError(
            f"{sys.executable} -m venv failed (see above). On Debian and Ubuntu this mends it: "
            f"sudo apt-get install python{version}-venv"
        )


def set_up(target: str, asked_build: str) -> None:
    """Bring ``.venv`` up to date.

    Args:
        target: ``runtime``, or ``test`` for what the checks need as well.
        asked_build: ``cpu``, ``gpu``, or nothing to keep PyTorch's build.

    Raises:
        SetupError: something can't be installed.
    """
    make_environment()
    _layer("installer", "lock", [REQUIREMENTS / "installer.lock"], _install_installer)
    _layer("runtime", "lock", [REQUIREMENTS / "runtime.lock"], _install_lock)
    torch_stamp = VENV / ".stamp-torch"
    build = chosen_build(asked_build, torch_stamp.read_text() if torch_stamp.exists() else "")
    _layer("torch", build, [REQUIREMENTS / "torch.lock"], _install_torch)
    if target == "test":
        _layer("test", "lock", [REQUIREMENTS / "test.lock"], _install_lock)


def _layer(name: str, build: str, files: list[Path], install: Callable[[Path, str], None]) -> None:
    """Run ``install`` unless the stamp says that its result is there."""
    stamp = VENV / f".stamp-{name}"
    wanted = stamp_of((sys.version_info.major, sys.version_info.minor), build, *files)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    stamp.unlink(missing_ok=True)
    install(files[0], build)
    stamp.write_text(wanted)


def _install_installer(lock: Path, _build: str) -> None:
    _pip("install", "--no-deps", "--require-hashes", "--requirement", str(lock))


def _install_lock(lock: Path, _build: str) -> None:
    count = sum("==" in line and not line.startswith(" ") for line in lock.open(encoding="utf-8"))
    _say(f"Installing the {count} packages of requirements/{lock.name}")
    # Wheels only: no code of a package runs while it is installed.
    options = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    options += ["--requirement", str(lock)]
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    uv = [str(PYTHON), "-m", "uv", "pip", "install", *quiet, "--python", str(PYTHON)]
    # Compiled here, in parallel: where Python may not write bytecode, every start would compile.
    uv += ["--compile-bytecode", *options]
    if subprocess.run(uv).returncode:
        # uv doesn't read pip's settings: behind a mirror only pip may get through.
        _say("uv did not get through; trying pip, which takes a few minutes")
        _pip("install", *options)


def _install_torch(_lock: Path, build: str) -> None:
    command = [str(PYTHON), "-m", "tools.torch_build", build]
    if subprocess.run(command, cwd=ROOT).returncode:
        raise SetupError("PyTorch is missing, so the set-up is not complete.")


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    if subprocess.run(command).returncode:
        raise SetupError(
            "pip could not install what is named above. Is there a way to the package index? "
            "After mending it, run make again: it goes on where it stopped."
        )


def _environment_version() -> str:
    """Python's version that ``.venv`` was made with, as 3.11; empty when it doesn't say."""
    try:
        lines = (VENV / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    values = dict(line.replace(" ", "").split("=", 1) for line in lines if "=" in line)
    return ".".join(values.get("version", "").split(".")[:2])


def _say(sentence: str) -> None:
    print(f"{sentence} …", flush=True)


def main() -> int:
    """Run the set-up; the exit status is 0, or 1 after a sentence on stderr."""
    parser = argparse.ArgumentParser(prog="python -m tools.environment", description=__doc__)
    parser.add_argument("target", choices=("runtime", "test"))
    parser.add_argument("--torch", default="", metavar="cpu|gpu")
    arguments = parser.parse_args()
    try:
        set_up(arguments.target, arguments.torch)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
