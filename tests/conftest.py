"""What all tests need."""

from __future__ import annotations

import os
import signal
from tempfile import TemporaryDirectory

from hypothesis import settings

# A shell that runs the tests in its background has them ignore Ctrl-C, and so all that they start: some test it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Where Python is to leave nothing compiled beside the sources, each start of the command would compile all of it anew.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    compiled = TemporaryDirectory()
    os.environ["PYTHONPYCACHEPREFIX"] = compiled.name

settings.register_profile("unhurried", deadline=None)  # a machine may be busy
settings.load_profile("unhurried")
