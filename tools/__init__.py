"""The project's set-up: the environment, PyTorch's build, the locks."""
