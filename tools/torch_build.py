"""Install PyTorch for the CPU, or for a GPU where that is asked for.

On Linux the package index offers PyTorch with several GB of CUDA packages. So the other locks
leave PyTorch out, and this asks pip what it would take: a build for the CPU (macOS, Windows, or a
wheel that the user's pip settings offer) is taken as it is; otherwise uv, which knows where
PyTorch keeps its CPU builds, fetches one. Runs in ``.venv`` once the runtime lock is in.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.markers import default_environment
from packaging.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LOCK = Path(__file__).resolve().parent.parent / "requirements" / "torch.lock"
GPU_PACKAGE = re.compile(r"(nvidia|cuda|triton|pytorch-triton|rocm)(-|$)")

NO_CPU_BUILD = (
    "PyTorch's build for the CPU could not be fetched. Two ways out: let pip find its wheel "
    "(put it into a folder and set PIP_FIND_LINKS to that folder), or take the build for NVIDIA "
    "cards, several GB, which runs without one too: make setup TORCH=gpu"
)


def gpu_packages(requires: Iterable[str], environment: Mapping[str, str]) -> list[str]:
    """Those of a wheel's requirements that are GPU packages and apply in an environment.

    Args:
        requires: the wheel's ``Requires-Dist`` entries.
        environment: values of the markers, such as ``sys_platform``.
    """
    return [
        requirement.name
        for requirement in map(Requirement, requires)
        if GPU_PACKAGE.match(requirement.name.lower().replace("_", "-"))
        and (
            requirement.marker is None or requirement.marker.evaluate({**environment, "extra": ""})
        )
    ]


def is_cpu_build(report: Mapping[str, Any]) -> bool:
    """Whether the torch wheel that pip would take needs no GPU package on this machine.

    Args:
        report: what ``pip install --dry-run --report -`` prints, as an object.

    Raises:
        ValueError: the report names no torch.
    """
    wheels = [item["metadata"] for item in report["install"]]
    torch = next((wheel for wheel in wheels if wheel["name"] == "torch"), None)
    if torch is None:
        raise ValueError(f"pip's report names no torch but {[wheel['name'] for wheel in wheels]}")
    return not gpu_packages(torch.get("requires_dist", []), report["environment"])


def pinned(lock: str) -> str:
    """The requirement on torch in the text of a lock, as ``torch==2.13.0``.

    Raises:
        ValueError: the lock names no torch.
    """
    found = re.search(r"^torch==[^\s;\\]+", lock, re.MULTILINE)
    if found is None:
        raise ValueError(f"{LOCK.name} names no torch")
    return found.group()


def install_cpu(requirement: str) -> bool:
    """Install a build for the CPU unless it is there; False when none can be had."""
    if _installed_cpu_build(requirement):
        return True
    print(f"Installing {requirement} for the CPU …", flush=True)
    _uninstall()
    asked = ["--dry-run", "--ignore-installed", "--no-deps", "--report", "-", requirement]
    report = _pip("install", *asked, capture=True)
    if report.returncode == 0 and is_cpu_build(json.loads(report.stdout)):
        return _pip("install", "--no-deps", requirement).returncode == 0
    command = [sys.executable, "-m", "uv", "pip", "install", "--python", sys.executable]
    command += ["--compile-bytecode", "--no-deps", "--torch-backend=cpu", requirement]
    return subprocess.run(command).returncode == 0


def install_gpu() -> bool:
    """Install PyTorch as the package index offers it, with its CUDA packages, by hash."""
    print("Installing PyTorch with its GPU packages …", flush=True)
    _uninstall()
    options = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    return _pip("install", *options, "--requirement", str(LOCK)).returncode == 0


def _installed_cpu_build(requirement: str) -> bool:
    try:
        torch = distribution("torch")
    except PackageNotFoundError:
        return False
    right = Requirement(requirement).specifier.contains(torch.version)
    markers = {name: str(value) for name, value in default_environment().items()}
    return right and not gpu_packages(torch.requires or [], markers)


def _uninstall() -> None:
    """Remove what another build left: 2.13.0+cpu would pass as 2.13.0, and CUDA stay unused."""
    names = re.findall(r"^([a-z0-9-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    there = [name for name in names if _is_installed(name)]
    if there:
        _pip("uninstall", "--yes", *there)


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _pip(*arguments: str, capture: bool = False) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE if capture else None, text=True)


def main() -> int:
    """Install the build named on the command line; 1 after a sentence when it can't be had."""
    parser = argparse.ArgumentParser(prog="python -m tools.torch_build", description=__doc__)
    parser.add_argument("build", choices=("cpu", "gpu"))
    if parser.parse_args().build == "gpu":
        return 0 if install_gpu() else 1
    if install_cpu(pinned(LOCK.read_text(encoding="utf-8"))):
        return 0
    print(NO_CPU_BUILD, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
