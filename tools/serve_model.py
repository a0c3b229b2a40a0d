"""Serve a GGUF file with llama.cpp on this machine, with OpenAI's API; see docs/models.md.

``python -m tools.serve_model FILE.gguf`` prints the address for ``LOTSE_MODEL_URL`` when it
answers, and serves until it is ended. Needs ``xllamacpp``, which comes with the checks.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from pathlib import Path


def main() -> int:
    """Serve until a signal comes; 2 after a sentence when that isn't possible."""
    parser = argparse.ArgumentParser(prog="python -m tools.serve_model", description=__doc__)
    parser.add_argument("file", type=Path, metavar="FILE.gguf")
    parser.add_argument("--port", type=int, default=8080, help="0 takes a free one")
    parser.add_argument("--context", type=int, default=8192, help="tokens of prompt and answer")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    if not arguments.file.is_file():
        print(f"There is no file {arguments.file}.", file=sys.stderr)
        return 2
    # llama.cpp's threads would otherwise spin while they wait, and slow everything else down.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        import xllamacpp
    except ImportError:
        print("The package xllamacpp is missing: make setup-test installs it.", file=sys.stderr)
        return 2
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(arguments.file)
    parameters.port = arguments.port
    parameters.n_ctx = arguments.context
    parameters.n_parallel = 1  # the context is divided by it
    parameters.cpuparams.n_threads = arguments.threads
    parameters.cpuparams_batch.n_threads = arguments.threads
    parameters.ui = False
    parameters.verbosity = 0
    ended = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: ended.set())
    server = xllamacpp.Server(parameters)
    print(f"{server.listening_address}/v1", flush=True)
    ended.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
