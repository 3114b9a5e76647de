#!/usr/bin/env python3
"""How long the program takes to be there, in a real window on a virtual display.

    python3 src/bench/start.py [N] [ARGUMENT ...]                 N is 7; the arguments are the program's, as in: 7 lesson gradient-descent

Prints the milliseconds from the command to the window, to the first plot, to the first run in it and to the first thumbnails, and the processor time
until the run is there, for each of N starts and their medians; then those of a bare JavaFX window (Bare.java), started in turn with them. A dash is what
was not seen. THALWEG_JAVA_OPTIONS are given to Java, as by any start. Needs target/thalweg, a JDK 25 in JAVA_HOME or /usr/lib/jvm, Xvfb, xfwm4 and
dbus-daemon.
"""
import glob
import mmap
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1600, 1000
LONGEST = 20
RUN = bytes.fromhex("b27200")                                     # the colour of the first run, #0072B2, as the display keeps it
HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parent.parent / "target/thalweg"


class Screen:
    """A display that keeps its pixels in a file, which costs next to nothing to look at: what asks an X server would slow the start down."""

    def __init__(self, work):
        number = next(d for d in range(60, 1000) if not glob.glob(f"/tmp/.X*{d}*"))
        self.environment = dict(os.environ, DISPLAY=f":{number}", XDG_CONFIG_HOME=str(work / "config"))
        quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.server = subprocess.Popen(["Xvfb", f":{number}", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", work, "-noreset"], **quiet)
        time.sleep(1)
        self.manager = subprocess.Popen(["dbus-run-session", "--", "xfwm4", "--compositor=off"], env=self.environment, **quiet)
        time.sleep(2)
        with open(work / "Xvfb_screen0", "rb") as file:
            self.pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.head = len(self.pixels) - 4 * WIDTH * HEIGHT
        self.empty = self.row(HEIGHT // 2, 600, 1000)

    def at(self, x, y):
        return self.head + 4 * (y * WIDTH + x)

    def row(self, y, start, end):
        return self.pixels[self.at(start, y):self.at(end, y)]

    def colours(self, y, start, end):
        row = self.row(y, start, end)
        return len({row[i:i + 3] for i in range(0, len(row), 4)})

    def window(self):
        return self.row(HEIGHT // 2, 600, 1000) != self.empty

    def plot(self):
        return self.colours(330, 340, 700) >= 40

    def run(self):
        return self.pixels.find(RUN, self.at(0, 300), self.at(0, 750)) >= 0           # between the panels' heads and their forms

    def thumbnails(self):
        return self.colours(190, 12, 200) >= 30

    def close(self):
        self.server.terminate()
        self.manager.terminate()


def processors(pid):
    """Milliseconds that a process has had of all processors."""
    times = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, times)) * 1000 // os.sysconf("SC_CLK_TCK")


def start(screen, work, command, marks, timed):
    """When each mark was seen, one after the other, and the processor time when the one called timed was."""
    shutil.rmtree(work / "config", ignore_errors=True)
    began = time.monotonic()
    process = subprocess.Popen(command, env=screen.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    times = {}
    used = None
    while len(times) < len(marks) and time.monotonic() < began + LONGEST and process.poll() is None:
        time.sleep(0.004)
        for mark in [m for m in marks if m not in times] if times else marks[:1]:     # what is before the window is the root's
            if getattr(screen, mark)():
                times[mark] = round(1000 * (time.monotonic() - began))
                used = processors(process.pid) if mark == timed else used
    time.sleep(0.2)
    process.terminate()
    process.wait()
    while screen.window():
        time.sleep(0.02)
    return [times.get(mark) for mark in marks] + [used]


def told(values):
    return " ".join("-" if v is None else str(round(v)) for v in values)


def median(rows):
    columns = [[v for v in column if v is not None] for column in zip(*rows)]
    return [statistics.median(c) if c else None for c in columns]


def bare(work):
    """The command of the bare window, compiled."""
    releases = [pathlib.Path(h) / "release" for h in [os.environ.get("JAVA_HOME", "/none"), *sorted(glob.glob("/usr/lib/jvm/*"))]]
    java = next(r.parent for r in releases if r.is_file() and 'JAVA_VERSION="25' in r.read_text())
    libraries = [str(p) for p in (PROGRAM / "lib").glob("javafx-*.jar")]
    path = ["--module-path", os.pathsep.join(libraries), "--add-modules", "javafx.controls"]
    subprocess.run([java / "bin/javac", *path, "-d", work, HERE / "Bare.java"], check=True)
    return [java / "bin/java", "--enable-native-access=javafx.graphics", *path, "-cp", str(work), "Bare"]


def main(arguments):
    count = int(arguments[0]) if arguments else 7
    work = pathlib.Path(tempfile.mkdtemp())
    screen = Screen(work)
    try:
        smallest = bare(work)
        ours, others = [], []
        for _ in range(count):
            ours.append(start(screen, work, [PROGRAM / "bin/thalweg", *arguments[1:]], ["window", "plot", "run", "thumbnails"], "run"))
            others.append(start(screen, work, smallest, ["window"], "window"))
            print(told(ours[-1]), "| bare", told(others[-1]), flush=True)
        print("median: window, plot, run, thumbnails, processors:", told(median(ours)), "| bare window, processors:", told(median(others)))
    finally:
        screen.close()
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
