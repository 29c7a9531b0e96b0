#!/usr/bin/env python3
"""Faults from outside: kill -9, full disks, little memory, Ctrl-C at a terminal.

  faults.py [--count N] [kill] [disk] [memory] [interrupt]

N (default 100) is how often a process is killed or interrupted.  Ends with
"N passed, N failed, N skipped".  Needs Linux; full and read-only disks are
small tmpfs, which only root can mount."""

import argparse
import os
import pty
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OCTAVE = ["octave-cli", "--no-history", "--norc", "--no-init-file"]
START = f"addpath ('{ROOT}/tests'); package_path (); warning ('off', 'all');"
counts = {"passed": 0, "failed": 0, "skipped": 0}


def judge(good, text):
    counts["passed" if good else "failed"] += 1
    if not good:
        print("FAILED:", text, flush=True)


def octave(program, limit=120, before=""):
    """Output of a program; None when it hung or crashed."""
    command = " ".join(OCTAVE) + f" --eval \"$PROGRAM\" 2>&1"
    child = subprocess.Popen(["sh", "-c", f"{before} exec {command}"], stdout=subprocess.PIPE, text=True,
                             errors="replace", env={**os.environ, "PROGRAM": START + program}, start_new_session=True)
    try:
        out = child.communicate(timeout=limit)[0]
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        return None
    return out if child.returncode >= 0 and "fatal: caught signal" not in out else None


def faults_kill(n, folder):
    """SIGKILL at random moments of saving, and of training with checkpoints."""
    programs = {
        "save": "net = ae_dense (200, [100 20], 'Seed', 1); while true, net.layers(2).W(:) += 1; ae_save (net, '%s'); end",
        "checkpoint": "ae_fit (ae_dense (50, [40 5], 'Seed', 1), rand (50, 4000, 'single'), 'Epochs', 1e6, 'Verbose', 0,"
                      " 'Seed', 1, 'Checkpoint', '%s', 'CheckpointSeconds', 0.01);"}
    files = []
    for name, program in programs.items():
        for i in range(n):
            file = os.path.join(folder, f"{name}{i}.safetensors")
            child = subprocess.Popen(OCTAVE + ["--eval", START + program % file], stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL)
            end = time.time() + 120
            while not os.path.exists(file) and time.time() < end:
                time.sleep(0.01)
            time.sleep(random.uniform(0, 0.2))
            child.kill()
            child.wait()
            files.append(file)
    check = "".join(f"try, m = ae_load ('{f}'); assert (all (isfinite (m.layers(2).W(:)))); puts (\"whole\\n\"); "
                    f"catch e, puts ([e.message \"\\n\"]); end;" for f in files)
    program = os.path.join(folder, "check.m")
    with open(program, "w") as out:
        out.write(check)
    lines = (octave(f"source ('{program}')", 300) or "").split("\n")
    whole = sum(line == "whole" for line in lines)
    judge(whole == len(files), f"{whole} of {len(files)} files are whole after kill -9: {set(lines)}")
    print(f"kill: {len(files)} processes killed, {whole} files whole")


WRITES = """
here = '%s';
X = rand (30, 200, 'single');
net = ae_dense (30, [20 3], 'Seed', 1);
old = ae_load ([here '/old.safetensors']);
function say (name, good), printf ('%%s %%s\\n', name, {'BAD', 'good'}{1 + good}); end
try, ae_save (ae_dense (300, [200 30]), [here '/old.safetensors']); say ('save', false);
catch e, say ('save', strncmp (e.identifier, 'autoencoder:ae_save:', 20)); end
say ('old', isequal (ae_load ([here '/old.safetensors']), old));
for option = {'Checkpoint', 'Log'}
  lastwarn ('', '');
  warning ('on', ['autoencoder:ae_fit:' lower(option{1})]);
  try
    [out, h] = ae_fit (net, X, 'Epochs', 2, 'Seed', 1, 'Verbose', 0, option{1}, [here '/' option{1}]);
    [~, id] = lastwarn ();
    say ([option{1} ' ' id], numel (h.loss) == 2 && strcmp (id, ['autoencoder:ae_fit:' lower(option{1})]));
  catch e, say (option{1}, strncmp (e.identifier, 'autoencoder:ae_fit:', 19)); end
end
try, ae_plot_history (struct ('loss', 1:5), 'File', [here '/a.png']); say ('plot', false);
catch e, say ('plot', strncmp (e.identifier, 'autoencoder:ae_plot_history:', 28)); end
say ('no ruins', ! exist ([here '/a.png'], 'file'));
"""


def judge_writes(name, out):
    lines = re.findall(r"^(.+) (BAD|good)$", out or "", re.M)
    judge(len(lines) == 6 and all(word == "good" for _, word in lines), f"{name}: {lines or out}")


def faults_disk(n, folder):
    """A full disk, a read-only one, a limit for the size of files."""
    small = os.path.join(folder, "small")
    os.mkdir(small)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small], stderr=subprocess.DEVNULL).returncode:
        counts["skipped"] += 2
        print("disk: only root can mount a small disk")
    else:
        try:
            octave(f"ae_save (ae_dense (4, 2, 'Seed', 1), '{small}/old.safetensors');")
            with open(os.path.join(small, "filler"), "wb", 0) as filler:
                try:
                    while True:
                        filler.write(b"x" * 4096)
                except OSError:
                    pass
            judge_writes("full disk", octave(WRITES % small))
            subprocess.run(["mount", "-o", "remount,ro", small], check=True)
            judge_writes("read-only disk", octave(WRITES % small))
        finally:
            subprocess.run(["umount", small])
    limited = os.path.join(folder, "limited")
    os.mkdir(limited)
    octave(f"ae_save (ae_dense (4, 2, 'Seed', 1), '{limited}/old.safetensors');")
    out = octave(f"try, ae_save (ae_dense (300, [200 30]), '{limited}/old.safetensors'); puts (\"BAD\\n\"); catch e,"
                 f" puts ([e.identifier \"\\n\"]); end; m = ae_load ('{limited}/old.safetensors'); puts (m.kind);",
                 before="trap '' XFSZ; ulimit -f 40;")
    judge(out is not None and "autoencoder:ae_save:" in out and out.strip().endswith("network"), f"RLIMIT_FSIZE: {out}")


def faults_memory(n, folder):
    """Less and less address space: a result or the package's error, no hang."""
    jobs = {
        "fit": "[net, h] = ae_fit (ae_dense (2000, [800 50], 'Seed', 1), rand (2000, 1500, 'single'), 'Epochs', 1, 'Seed', 1,"
               " 'Verbose', 0); ok = strcmp (h.stopped, 'error') || isfinite (h.loss);",
        "pca": "p = ae_pca (rand (1500, 2000), 20); ok = p.n == 2000;",
        "tsne": "E = ae_tsne (rand (50, 3000), 'MaxIter', 20, 'Seed', 1); ok = all (isfinite (E(:)));",
        "conv": "Y = ae_reconstruct (ae_conv ([28 28 1], [32 32], 'Seed', 1), rand (28, 28, 1, 3000)); ok = all (isfinite (Y(:)));"}
    results = refused = 0
    for megabytes in range(350, 1150, 50):
        for name, job in jobs.items():
            out = octave(f"try, {job} printf ('ok %d\\n', ok); catch e, printf ('id %s %s\\n', e.identifier, e.message); end",
                         60, f"ulimit -v {megabytes * 1024};")
            good = out is not None and re.search(r"^ok 1$|^id autoencoder:|^id Octave:bad-alloc|^id .*(out of memory|allocate)|"
                                                 r"(std::bad_alloc|out of memory|failed to map|cannot allocate|libgomp|loader)",
                                                 out, re.M | re.I)
            results += out is not None and "ok 1" in out
            refused += out is not None and "id " in out
            judge(bool(good), f"{name} with {megabytes} MB: {out}")
    print(f"memory: {results} results, {refused} errors")


INTERRUPTED = {
    "ae_fit": "[net, h] = ae_fit (ae_dense (200, [100 10], 'Seed', 1), rand (200, 5000, 'single'), 'Epochs', 1000, 'Verbose', 0);",
    "ae_tsne": "E = ae_tsne (rand (20, 2000), 'MaxIter', 100000);",
    "ae_pca": "for k = 1:1000, p = ae_pca (rand (1200, 1500), 20); end",
    "ae_compare": "for k = 1:1000, r = ae_compare (struct ('p', ae_pca (rand (50, 500), 3)), rand (50, 1000)); end",
    "ae_code_sizes": "for k = 1:1000, r = ae_code_sizes (rand (30, 2000), [2 5 10], 'Verbose', 0, 'Fit', {'Epochs', 200}); end"}


def read_until(fd, mark, limit):
    text, end = "", time.time() + limit
    while mark not in text and time.time() < end:
        if select.select([fd], [], [], 0.05)[0]:
            try:
                text += os.read(fd, 65536).decode(errors="replace")
            except OSError:
                break
    return text


def faults_interrupt(n, folder):
    """Ctrl-C at random moments in a pseudo-terminal: the prompt comes back with
    the variables, and what was typed ahead is not lost."""
    times = {}
    for name, command in INTERRUPTED.items():
        pid, fd = pty.fork()
        if pid == 0:
            os.chdir(folder)
            os.environ["TERM"] = "dumb"
            os.execvp(OCTAVE[0], OCTAVE + ["--no-line-editing", "--eval", START + "PS1 ('ready> ');", "--persist"])
        read_until(fd, "ready> ", 60)
        for i in range(max(1, n // len(INTERRUPTED))):
            key = str(random.randrange(10**8, 10**9))
            os.write(fd, f"kept = {key}; puts ([\"g\" \"o\\n\"]); fflush (stdout); {command}\n".encode())
            read_until(fd, "go\r\n", 30)
            time.sleep(random.uniform(0, 1.2))
            os.write(fd, b"\x03")
            began = time.time()
            os.write(fd, b"printf ('%d\\n', kept + 1)\n")
            text = read_until(fd, str(int(key) + 1), 15)
            took = time.time() - began
            times.setdefault(name, []).append(took)
            alive = str(int(key) + 1) in text
            judge(alive, f"{name}: no answer after Ctrl-C number {i}: {text[-300:]!r}")
            waits = max(1, os.getloadavg()[0] / os.cpu_count())  # on a busy machine everything does
            judge(took < waits, f"{name}: back {took:.2f} s after Ctrl-C number {i}, allowed are {waits:.1f} s")
            if not alive:
                break
            read_until(fd, "ready> ", 1)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(fd)
    for name, list_ in times.items():
        list_.sort()
        print(f"interrupt: {name}: {len(list_)} times, back in {list_[len(list_) // 2]:.2f} s (median), {list_[-1]:.2f} s (longest)")


def main():
    kinds = {"kill": faults_kill, "disk": faults_disk, "memory": faults_memory, "interrupt": faults_interrupt}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", choices=[[], *kinds])
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    folder = tempfile.mkdtemp()
    try:
        for kind in options.kinds or kinds:
            kinds[kind](options.count, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    sys.exit(counts["failed"] > 0 or counts["passed"] == 0)


main()
