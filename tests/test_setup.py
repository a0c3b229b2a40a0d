"""The set-up: PyTorch's build, stamps, locks, and the dependencies that the code really has."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.environment import SetupError, chosen_build, stamp_of
from tools.lock import blocks, is_torch
from tools.torch_build import gpu_packages, is_cpu_build, pinned

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
LINUX = {"sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64"}
MACOS = {"sys_platform": "darwin", "platform_system": "Darwin", "platform_machine": "arm64"}

# What the index offers: one list of requirements for every platform, kept apart by markers.
FROM_INDEX = [
    "filelock",
    "sympy>=1.13.3",
    "networkx>=2.5.1",
    'cuda-bindings<14,>=13.0.3; platform_system == "Linux"',
    'cuda-toolkit[cublas,cudart]==13.0.3; platform_system == "Linux"',
    'nvidia-cudnn-cu13==9.20.0.48; platform_system == "Linux"',
    'triton==3.7.1; platform_system == "Linux"',
    'optree>=0.13.0; extra == "optree"',
]
CPU_WHEEL = ["filelock", "sympy>=1.13.3", 'opt-einsum>=3.3; extra == "opt-einsum"']


def report(requires: list[str], environment: dict[str, str], name: str = "torch") -> dict:
    """pip's report, cut down to what is read."""
    metadata = {"name": name, "version": "2.13.0", "requires_dist": requires}
    install = [{"download_info": {"url": "file:///x.whl"}, "metadata": metadata}]
    return {"version": "1", "install": install, "environment": environment}


def test_a_wheel_with_cuda_packages_is_no_cpu_build_on_linux():
    assert not is_cpu_build(report(FROM_INDEX, LINUX))
    assert gpu_packages(FROM_INDEX, LINUX) == [
        "cuda-bindings",
        "cuda-toolkit",
        "nvidia-cudnn-cu13",
        "triton",
    ]


def test_the_same_requirements_do_not_count_where_their_markers_do_not_hold():
    assert is_cpu_build(report(FROM_INDEX, MACOS))


def test_a_cpu_wheel_is_taken_on_linux():
    assert is_cpu_build(report(CPU_WHEEL, LINUX))


def test_a_wheel_without_requirements_is_a_cpu_build():
    without = report([], LINUX)
    del without["install"][0]["metadata"]["requires_dist"]
    assert is_cpu_build(without)


@pytest.mark.parametrize("name", ["nvidia_nccl_cu13", "NVIDIA-nvtx", "pytorch-triton-rocm>=3"])
def test_gpu_packages_are_known_in_any_spelling(name):
    assert len(gpu_packages([name], LINUX)) == 1


def test_a_name_that_only_begins_alike_is_no_gpu_package():
    assert gpu_packages(["tritonclient", "cudaless"], LINUX) == []


def test_a_report_without_torch_is_refused():
    with pytest.raises(ValueError, match="names no torch"):
        is_cpu_build(report(CPU_WHEEL, LINUX, name="torchvision"))


def test_the_pin_is_read_from_the_lock():
    assert pinned("triton==3.7.1 \\\n    --hash=x\ntorch==2.13.0 \\\n") == "torch==2.13.0"
    with pytest.raises(ValueError, match="names no torch"):
        pinned("torchvision==1.0\n")


def test_the_build_that_is_there_stays_unless_another_is_asked_for():
    assert chosen_build("", "") == "cpu"
    assert chosen_build("", "gpu 0123") == "gpu"
    assert chosen_build("cpu", "gpu 0123") == "cpu"
    with pytest.raises(SetupError, match="TORCH=cuda"):
        chosen_build("cuda", "")


def test_a_stamp_changes_with_python_build_and_lock(tmp_path):
    lock = tmp_path / "a.lock"
    lock.write_text("a==1\n")
    first = stamp_of((3, 11), "cpu", lock)
    assert stamp_of((3, 11), "cpu", lock) == first
    assert stamp_of((3, 12), "cpu", lock) != first
    assert stamp_of((3, 11), "gpu", lock) != first
    lock.write_text("a==2\n")
    assert stamp_of((3, 11), "cpu", lock) != first


def test_blocks_keep_every_line_below_the_header():
    body = "a==1 \\\n    --hash=x\n    # via b\nb==2 ; python_version < '3' \\\n    --hash=y\n"
    assert blocks("# header\n" + body) == {
        "a==1": "a==1 \\\n    --hash=x\n    # via b\n",
        "b==2 ; python_version < '3'": "b==2 ; python_version < '3' \\\n    --hash=y\n",
    }


def entries(name: str) -> dict[str, str]:
    return blocks((ROOT / "requirements" / name).read_text(encoding="utf-8"))


def test_every_locked_package_has_a_hash():
    for lock in LOCKS:
        for requirement, text in entries(lock.name).items():
            assert "--hash=sha256:" in text, f"{lock.name}: {requirement}"


def test_only_the_torch_lock_names_torch_and_gpu_packages():
    for lock in LOCKS:
        found = [requirement for requirement in entries(lock.name) if is_torch(requirement)]
        assert bool(found) == (lock.name == "torch.lock"), lock.name


def test_no_lock_names_a_host_or_a_path():
    for lock in LOCKS:
        text = lock.read_text(encoding="utf-8")
        assert not re.search(r"://|--(extra-)?index|--find-links|(?<!\w)/\w+/", text), lock.name


def test_the_locks_hold_the_pins_of_pyproject():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["test"],
        *project["dependency-groups"]["installer"],
    ]
    locked: dict[str, list[str]] = {}
    for lock in LOCKS:
        for requirement in map(Requirement, entries(lock.name)):
            versions = locked.setdefault(canonicalize_name(requirement.name), [])
            versions.append(str(requirement.specifier).removeprefix("=="))
    for requirement in map(Requirement, wanted):
        versions = locked.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement} is in no lock: run make lock"
        assert all(version in requirement.specifier for version in versions), (
            f"{requirement} is locked as {versions}: run make lock"
        )


def test_what_the_code_imports_is_a_direct_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    direct, checks = (
        {canonicalize_name(Requirement(text).name) for text in texts}
        for texts in (
            project["project"]["dependencies"],
            project["project"]["optional-dependencies"]["test"],
        )
    )
    ours = {"bot", "tools", "app", "ingest"}
    providers = packages_distributions()
    files = [*(ROOT / "bot").rglob("*.py"), *ROOT.glob("*.py")]
    missing = {
        f"{file.relative_to(ROOT)}: {module}"
        for file in files
        for module in imported(file)
        if module not in ours
        and module not in sys.stdlib_module_names
        # The baselines of benchmarks come with the checks.
        and not (direct | checks if file.parent.name == "evaluation" else direct)
        & {canonicalize_name(name) for name in providers.get(module, [])}
    }
    assert not missing, f"not named in pyproject.toml: {sorted(missing)}"


def imported(file: Path) -> set[str]:
    """Top-level modules that a file imports anywhere, relative ones left out."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found
