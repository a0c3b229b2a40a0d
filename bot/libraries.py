"""What other libraries are told by the environment before anything imports them."""

import os

_TOLD = {
    # Gradio and the hub's client would otherwise call home when they are imported.
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    # Busy waiting slows every other process on the machine down.
    "OMP_WAIT_POLICY": "passive",
    # NumPy's algebra waits busily too, and its matrices here are too small for a second thread:
    # on two cores an answer took twice the processor time.
    "OPENBLAS_NUM_THREADS": "1",
}


_OFFLINE = {"HF_HUB_OFFLINE": "1"}


def tell_libraries(*, offline: bool = False) -> None:
    """Sets what isn't set; to be called by a command before it does anything else.

    Args:
        offline: nothing may be fetched from a model hub, not even a model that is set and missing.
    """
    for name, value in {**_TOLD, **(_OFFLINE if offline else {})}.items():
        os.environ.setdefault(name, value)
