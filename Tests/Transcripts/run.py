"""Runs every *.transcript here against the built `liyka` and compares what it says with what is written.

A transcript is what a person would see on a terminal:

    # Words on why this case is here.
    $ liyka forecast --scope nobody
    There is no scope "nobody".
    [2]

`$ ` starts a command, `> ` goes on with it. What follows is its output, both streams in the order of writing; `[2]` closes
it when the exit status is not 0. In an expected line `…` stands for any text; a line of `…` alone, for any lines.
Each file runs in an empty folder of its own, with `liyka` in the path and `$TRANSCRIPTS` naming this folder
(also in what is said).
Those in `postgres` run in place of these where LIYKA_TEST_POSTGRES names a server; `$SERVER` is its address.
`run.py --record NAME…` writes the present output into those files: on purpose, never in CI.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SERVER = os.environ.get("LIYKA_TEST_POSTGRES", "")
LIYKA = pathlib.Path(os.environ.get("LIYKA", HERE.parents[1] / ".build/release/liyka")).absolute()


def main(arguments):
    if not LIYKA.is_file():
        sys.exit(f"There is no {LIYKA}: build first, or name the program in the variable LIYKA.")
    record = arguments[:1] == ["--record"]
    names = arguments[1:] if record else arguments
    folder = HERE / "postgres" if SERVER else HERE
    files = sorted(file for file in folder.glob("*.transcript") if not names or file.stem in names)
    failed = [file.stem for file in files if not holds(file, record)]
    for name in failed:
        print(f"{name}: not as written")
    print(f"transcripts: {len(files) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or not files else 0


def holds(file, record):
    written = file.read_text().splitlines()
    with tempfile.TemporaryDirectory() as folder:
        said, good = [], True
        for block in blocks(written):
            command, expected = split(block)
            if command is None:
                said += block
                continue
            actual = run("\n".join(command), folder)
            said += block[: len(command)] + actual
            if not matches(trimmed(expected), trimmed(actual)):
                good = False
                if not record:
                    show(file, block[: len(command)], trimmed(expected), trimmed(actual))
            said += [""] if expected and not expected[-1] else []
    if record:
        file.write_text("\n".join(said).rstrip("\n") + "\n")
        return True
    return good


def blocks(lines):
    """Cut before each comment and each command, so that a block is a command with its output, or words."""
    block = []
    for line in lines:
        if block and (line.startswith("$ ") or (line.startswith("# ") and not block[0].startswith("# "))):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def split(block):
    if not block[0].startswith("$ "):
        return None, block
    length = 1
    while length < len(block) and block[length].startswith("> "):
        length += 1
    return [line[2:] for line in block[:length]], block[length:]


def run(command, folder):
    environment = {
        "PATH": f"{LIYKA.parent}:{os.environ['PATH']}",
        "HOME": folder,
        "LANG": "C.UTF-8",
        "TRANSCRIPTS": str(HERE),
    }
    if SERVER:
        environment["SERVER"] = SERVER
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
    said = done.stdout.decode(errors="replace").replace(str(HERE), "$TRANSCRIPTS")
    lines = (said.replace(SERVER, "$SERVER") if SERVER else said).splitlines()
    return lines + ([f"[{done.returncode}]"] if done.returncode else [])


def trimmed(lines):
    lines = [line.rstrip() for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def matches(expected, actual):
    pattern = "".join(
        r"(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in actual)) is not None


def show(file, command, expected, actual):
    print(f"\n{file.name}: " + "\n".join(command))
    print("  written:", *expected, sep="\n    ")
    print("  said:", *actual, sep="\n    ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
