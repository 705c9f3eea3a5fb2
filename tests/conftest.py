"""What all tests need."""

from __future__ import annotations

import signal

# A shell that runs the tests in its background has them ignore Ctrl-C, and so all that they start: some test it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
