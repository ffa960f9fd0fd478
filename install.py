"""Makes `.venv`, with everything Candour needs, once; after that it only looks, in a few milliseconds.

Any Python from 2.7 on can read this file, so that a wrong one gets a sentence and no traceback.
The stamp is written last: a step that was interrupted is not in it, and is done again.
"""

from __future__ import print_function

import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(HERE, os.environ.get("CANDOUR_VENV") or ".venv")
BIN = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(BIN, "python")
STAMP = os.path.join(VENV, "set-up.txt")
LOG = os.path.join(VENV, "set-up.log")

USAGE = "Usage: python3 install.py [--dev] [--quiet]: --dev adds what the tests need, --quiet speaks only if it works."
ROOM = 20000000  # bytes; with fewer left, the disk is to blame
GOOD = ("3.13", "3.12", "3.11")  # looked for in this order
LOCKS = {"runtime": "requirements.lock", "dev": "requirements-dev.lock"}  # the second holds the first
PROBE = "import sys, ensurepip, venv; print('%d.%d' % sys.version_info[:2])"

# What pip is told by the person's own settings: where and how to fetch, and nothing else.
PIP_SETTINGS = re.compile(
    r"(?!PIP_)|PIP_((EXTRA_)?INDEX_URL|FIND_LINKS|NO_INDEX|TRUSTED_HOST|(CLIENT_)?CERT|PROXY"
    r"|(DEFAULT_)?TIMEOUT|(NO_)?CACHE_DIR|CONFIG_FILE|KEYRING_PROVIDER)$"
)
PIP = ["-m", "pip", "install", "--no-deps", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
FETCH = ["--retries", "2", "--only-binary", ":all:", "--require-hashes", "-r"]  # nothing is compiled here
BUILD = ["--no-index", "--no-build-isolation", "-e", "."]  # setuptools came with the lock

FAULTS = (  # what pip's own words mean; the first that fits is said
    (r"No space left|Errno 28\b|quota exceeded", "The disk is full. Free about 400 MB, then run make again."),
    (
        r"DO NOT MATCH THE HASHES|all requirements must .* pinned|hashes are required|Hashes are required",
        "A package is not the one that the lock file names, so I did not install it. "
        "Run make again; if it happens twice, do not install it, and tell whoever looks after the package index.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError",
        "I could not check the certificate of the Python package index. On a school network, "
        "ask for the network's own certificate and run: PIP_CERT=that-file.pem make setup",
    ),
    (
        r"Retrying \(|ConnectionError|ConnectTimeout|Read timed out|name resolution|ProxyError"
        r"|Connection (reset|refused)|getaddrinfo|HTTP error 5\d\d|IncompleteRead|Failed to connect",
        "I could not reach the Python package index, which holds what Candour is built on. "
        "Check the network, then run make again.",
    ),
    (
        r"No matching distribution|Could not find a version|not a supported wheel",
        "The Python package index has no ready-made package for this computer. Candour's packages are made for "
        "64-bit Linux, Windows and Macs with Apple's own chips, and for CPython %s." % " or ".join(GOOD),
    ),
    (
        r"Permission denied|Errno 13\b|Read-only file",
        "I may not write in %s. Make it yours, then run make again." % VENV,
    ),
)


class Stop(Exception):
    """One sentence that says what is wrong and what to do."""


def say(text, end="\n"):
    sys.stderr.write(text + end)
    sys.stderr.flush()


def version():
    return "%d.%d" % sys.version_info[:2]


def unfit(python):
    """The sentence for a Python that cannot run Candour: of another version, or without its venv module."""
    if python in GOOD:
        return (
            "This Python %s cannot make a virtual environment. Install its venv module "
            "(on Debian or Ubuntu: apt install python%s-venv), then run make again." % (python, python)
        )
    return (
        "Candour needs Python 3.11, 3.12 or 3.13; this is %s. "
        "Install one and run make again, or name it: make chat PYTHON=python3.12" % python
    )


def answers(command):
    """Does this Python start, have a version that will do, and know how to make a virtual environment?"""
    try:
        process = subprocess.Popen([command, "-c", PROBE], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except OSError:
        return False
    return process.communicate()[0].decode().strip() in GOOD


def choose():
    """A Python that will do: this one, or the one behind this virtual environment, or the newest on the PATH."""
    inside = sys.prefix != getattr(sys, "base_prefix", sys.prefix)
    own = sys._base_executable if inside else sys.executable
    for command in [own] + ["python%s" % number for number in GOOD]:
        if answers(command):
            return command
    raise Stop(unfit(version()))


def digest(name):
    with open(os.path.join(HERE, name), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def wanted(python, dev):
    """What the stamp of a finished set-up says. Scripts hold paths, so a folder that has moved is set up anew."""
    stamp = {"place": HERE + " " + VENV, "python": python, "project": digest("pyproject.toml")}
    for key in ["runtime"] + ["dev"] * dev:
        stamp[key] = digest(LOCKS[key])
    return stamp


def stamped():
    """What the last finished set-up wrote; nothing if there was none, or its Python has gone since."""
    try:
        with open(STAMP) as file:
            pairs = [line.rstrip("\n").split(" ", 1) for line in file]
    except (IOError, OSError):
        return {}
    return dict(pair for pair in pairs if len(pair) == 2) if os.path.exists(PYTHON) else {}


def remaining(has, wants):
    """The steps from one stamp to another, in order. Pure."""
    if any(has.get(key) != wants[key] for key in ("place", "python", "runtime")):
        return ["venv", "dev" if "dev" in wants else "runtime", "project"]
    return [key for key in ("dev", "project") if key in wants and has.get(key) != wants[key]]


def settings():
    """The environment without what would make pip install somewhere else, or something else."""
    return {key: value for key, value in os.environ.items() if PIP_SETTINGS.match(key)}


def meaning(log):
    """The sentence for what went wrong, from pip's own words."""
    for pattern, sentence in FAULTS:
        if re.search(pattern, log):
            return sentence
    return "Set-up failed. What pip said stands in %s." % LOG


def clear():
    """Removes a virtual environment, whole or half-made, and nothing else."""
    if not os.path.lexists(VENV):
        return
    marks = ("pyvenv.cfg", os.path.basename(LOG))
    ours = os.path.isdir(VENV) and not os.path.islink(VENV)
    if not ours or (os.listdir(VENV) and not any(os.path.exists(os.path.join(VENV, mark)) for mark in marks)):
        raise Stop("%s is not a virtual environment. Move it away, then run make again." % VENV)
    if os.path.exists(STAMP):
        os.remove(STAMP)  # first: what is half removed is not set up
    shutil.rmtree(VENV)


def run(text, command, held):
    """Runs one step: one line with the seconds it takes; what it prints goes to the log."""
    began, live = time.time(), sys.stderr.isatty()
    say("  %s ..." % text, end="")
    with open(LOG, "ab") as log:
        start = log.tell()
        told = {"cwd": HERE, "env": settings(), "stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
        process = subprocess.Popen(command, pass_fds=held, **told)
        try:
            while process.poll() is None:
                time.sleep(0.05)
                if live:
                    say("\r  %s ... %d s" % (text, time.time() - began), end="")
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait()
    say("%s %.1f s" % ("\r  %s ..." % text if live else "", time.time() - began))
    if process.returncode and shutil.disk_usage(VENV).free < ROOM:
        raise Stop(FAULTS[0][1])  # too full even for the log
    if process.returncode:
        with open(LOG, "rb") as log:
            log.seek(start)
            raise Stop(meaning(log.read().decode("utf-8", "replace")))


def step(name, held):
    if name == "venv":
        clear()
        os.makedirs(VENV)
        run("Making a place for it, %s" % os.path.relpath(VENV, HERE), [sys.executable, "-m", "venv", VENV], held)
    elif name == "project":
        run("Installing Candour itself", [PYTHON, "-I"] + PIP + BUILD, held)
    else:
        what = {"runtime": "what Candour needs", "dev": "what Candour and its tests need"}[name]
        run("Fetching %s, checked against %s" % (what, LOCKS[name]), [PYTHON, "-I"] + PIP + FETCH + [LOCKS[name]], held)


def alone():
    """Waits until no other set-up is at work here. The lock lasts as long as this process or a step of it lives."""
    try:
        import fcntl
    except ImportError:
        return ()  # Windows, which has no make either
    held = os.open(os.path.realpath(__file__), os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("Another set-up is at work here; waiting for it.")
        fcntl.flock(held, fcntl.LOCK_EX)
    except OSError:
        pass  # a disk without locks
    return (held,)


def write(stamp):
    with open(STAMP + ".new", "w") as file:
        file.writelines("%s %s\n" % pair for pair in sorted(stamp.items()))
    os.replace(STAMP + ".new", STAMP)


def set_up(dev):
    """Does what remains to be done. What a step touches leaves the stamp before it, and comes back after the last."""
    held = alone()
    has, wants, began = stamped(), wanted(version(), dev), time.time()
    steps = remaining(has, wants)
    if not steps:
        return
    has = {} if "venv" in steps else {key: value for key, value in has.items() if key not in steps}
    if has:
        write(has)
    else:
        say("Setting Candour up with Python %s, once. Later starts take a moment." % sys.version.split()[0])
    for name in steps:
        step(name, held)
    write(dict(has, **wants))
    say("Candour is set up (%.0f s)." % (time.time() - began))


def main(arguments):
    if set(arguments) - {"--dev", "--quiet"}:
        raise Stop(USAGE)
    has, dev = stamped(), "--dev" in arguments
    python = version() if version() in GOOD else has.get("python", "")  # what was made with a good Python stays good
    if not remaining(has, wanted(python, dev)):
        if "--quiet" not in arguments:
            say("Candour is set up already, in %s." % VENV)
        return 0
    chosen = choose()
    if chosen != sys.executable:
        return subprocess.call([chosen, os.path.abspath(__file__)] + arguments)
    set_up(dev)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        say(str(stop))
        sys.exit(2)
    except (IOError, OSError) as fault:
        full = fault.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
        say(
            "\n%s"
            % (FAULTS[0][1] if full else "I could not write or read %s: %s." % (fault.filename or VENV, fault.strerror))
        )
        sys.exit(2)
    except KeyboardInterrupt:
        say("\nStopped. Run make again, and set-up begins afresh.")
        sys.exit(130)
