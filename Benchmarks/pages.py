#!/usr/bin/env python3
"""How long pages take under load: P50 and P99 of every report page by `wrk`, beside the plain page of the same server.

    python3 Benchmarks/pages.py [path of liyka] [--deals 100000] [--connections 32] [--seconds 5] [--database FILE]
                                [--who director,head,seller] [--port N]

Makes the demo company (or takes the database that is named), serves it on a free port of this machine, signs in as its
director (and whoever else is named), and asks for one page after another. Prints markdown tables: each page under load, the
same when a minute has just turned and the pages of the last one are not good any more, then pages of which none is asked
for twice, with the server's processor time, then the first page after a deed. Server and `wrk` share the processors.
"""
import argparse
import http.client
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

PAGES = [
    ("company", "/company"), ("my period", "/reports/period"), ("plan against fact", "/reports/planfact"),
    ("funnel by amount", "/reports/funnel"), ("revenue estimate", "/reports/estimate"),
    ("event analysis", "/reports/events"), ("revive", "/reports/revive"), ("changes", "/reports/changes"),
    ("today", "/reports/today"), ("team", "/reports/team"), ("corrective actions", "/reports/actions"),
    ("submissions", "/reports/submissions"), ("accuracy", "/accuracy"), ("deals", "/deals"), ("plans", "/plans"),
    ("bonuses", "/bonuses"), ("alerts", "/reports/alerts"), ("series", "/reports/series"),
]


class Reader:
    """Somebody with a browser: keeps cookies and the word of the last form."""

    def __init__(self, port, who):
        self.port, self.cookies, self.word = port, {}, ""
        self.ask("GET", "/sign-in")
        status, _ = self.ask("POST", "/sign-in", {"email": f"{who}@obrii.example", "password": "liyka-demo"})
        if status != 303:
            sys.exit(f"{who} cannot sign in: {status}")

    def ask(self, verb, target, form=None):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        headers = {"Cookie": self.header}
        body = None
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode({**form, "csrf": self.word})
        line.request(verb, target, body=body, headers=headers)
        answer = line.getresponse()
        text = answer.read().decode("utf-8", "replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', text)
        if found:
            self.word = found.group(1)
        line.close()
        return answer.status, text

    @staticmethod
    def plain(port, target):
        begun = time.perf_counter()
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        line.request("GET", target)
        line.getresponse().read()
        line.close()
        return (time.perf_counter() - begun) * 1000

    @property
    def header(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def milliseconds(self, target):
        begun = time.perf_counter()
        status, text = self.ask("GET", target)
        spent = (time.perf_counter() - begun) * 1000
        if status != 200:
            sys.exit(f"{target}: {status}")
        return spent, text


def wrk(port, target, header, connections, seconds):
    order = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "--latency", "-H", f"Cookie: {header}"]
    said = subprocess.run(order + [f"http://127.0.0.1:{port}{target}"], capture_output=True, text=True,
                          timeout=seconds + 60).stdout

    def quantile(name):
        found = re.search(rf"^\s+{name}%\s+([\d.]+)(us|ms|s|m)\s*$", said, re.M)
        return float(found.group(1)) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[found.group(2)] if found else None

    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    late = re.search(r"Socket errors: .*", said)
    return quantile("50"), quantile("99"), float(rate.group(1)) if rate else 0, wrong or late


def row(name, size, found):
    p50, p99, rate, wrong = found
    figure = lambda value: "none" if value is None else f"{value:.1f} ms"
    print(f"| {name} | {size} | {figure(p50)} | {figure(p99)} | {rate:,.0f} |" + (f" {wrong.group(0)}" if wrong else ""),
          flush=True)


def measure(port, options, server):
    begun = time.perf_counter()
    names = options.who.split(",")
    reader = Reader(port, names[0])
    print(f"A server just started: the first company page after {reader.milliseconds('/company')[0]:.0f} ms,", flush=True)
    for target in ("/reports/estimate", "/accuracy"):
        while "being measured" in reader.milliseconds(target + "?lang=en")[1]:
            time.sleep(0.5)
        print(f"the accuracy is on {target} after {time.perf_counter() - begun:.0f} s.", flush=True)
    print("\n| page | bytes | first, one reader | P50 | P99 | answers a second |\n|---|---|---|---|---|---|", flush=True)

    def line(name, target, header, isFirst=True, who=names[0]):
        first, text = readers[who].milliseconds(target) if isFirst else (0, "")
        found = wrk(port, target, header, options.connections, options.seconds)
        row(f"{name}", f"{len(text.encode()):,} | {first:.0f} ms" if isFirst else " | ", found)

    readers = {names[0]: reader}
    line("`/health`", "/health", "", False)
    row("sign-in (the plain page of the same server)", " | ", wrk(port, "/sign-in", "", options.connections, options.seconds))
    readers.update({name: Reader(port, name) for name in names[1:]})
    for who, reader in readers.items():
        print(f"| **{who}** |", flush=True)
        for name, target in PAGES:
            line(name, target, reader.header, who=who)
    for who, other in readers.items():
        after_the_turn(port, who, other, options)
    reader = readers[names[0]]
    different(port, reader, options, server)
    well_meanwhile(port, reader, options)
    after_deeds(port, reader)


def after_the_turn(port, who, reader, options):
    """A page says the minute, so none is good for longer: all connections ask for one at once when the next has begun."""
    for _, target in PAGES:
        reader.ask("GET", target)
    time.sleep(60.05 - time.time() % 60)
    print(f"\n| a new minute: all {options.connections} at once, {who} | longest |\n|---|---|", flush=True)
    for name, target in PAGES:
        waited, _ = hasty(port, reader.header, [target] * options.connections, options.connections)
        print(f"| {name} | {waited[-1]:.0f} ms |", flush=True)


def processor(server):
    """Milliseconds that the server has used so far."""
    with open(f"/proc/{server.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def well_meanwhile(port, reader, options):
    """The server says that it is well while heavy pages are made for everybody."""
    _, text = reader.ask("GET", "/company")
    people = sorted(set(re.findall(r"scope=(employee(?::|%3A)[^&\"]+)", text)))
    targets = [f"/reports/planfact?scope={person}&period=2026-09" for person in people]
    heavy = threading.Thread(target=hasty, args=(port, reader.header, targets, options.connections))
    heavy.start()
    waited = []
    while heavy.is_alive():
        waited.append(Reader.plain(port, "/health"))
        time.sleep(0.02)
    waited.sort()
    print(f"\n`/health` while {len(targets)} pages are made: {len(waited)} answers, middle {waited[len(waited) // 2]:.0f} ms, "
          f"longest {waited[-1]:.0f} ms", flush=True)


def different(port, reader, options, server):
    """Nobody asks for what another has asked for: each page is made while it is waited for."""
    _, text = reader.ask("GET", "/company")
    scopes = sorted(set(re.findall(r"scope=((?:department|employee)(?::|%3A)[^&\"]+)", text)))
    months = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)]
    for title, queries in (("scope", [f"scope={scope}" for scope in scopes]), ("period", [f"period={it}" for it in months])):
        print(f"\n| each page of another {title} ({len(queries)}) | P50 | P99 | answers a second | processor, a page |\n"
              "|---|---|---|---|---|")
        for name, target in PAGES:
            if target in ("/reports/series", "/reports/actions", "/accuracy", "/deals") and title == "period":
                continue
            if target.startswith("/reports") or target in ("/company", "/plans", "/bonuses"):
                before = processor(server)
                waited, begun = hasty(port, reader.header, [f"{target}?{query}" for query in queries], options.connections)
                spent = (processor(server) - before) / len(waited)
                print(f"| {name} | {waited[len(waited) // 2]:.0f} ms | {waited[len(waited) * 99 // 100]:.0f} ms | "
                      f"{len(waited) / begun:,.0f} | {spent:.0f} ms |", flush=True)


def hasty(port, header, targets, connections):
    """Milliseconds of each target, asked for once by one of so many connections; and seconds of all."""
    rest, waited, lock = list(targets), [], threading.Lock()

    def work():
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        while True:
            with lock:
                if not rest:
                    return
                target = rest.pop()
            begun = time.perf_counter()
            line.request("GET", target, headers={"Cookie": header})
            answer = line.getresponse()
            answer.read()
            with lock:
                waited.append((time.perf_counter() - begun) * 1000)
            if answer.status != 200:
                print(f"{target}: {answer.status}", file=sys.stderr)

    begun = time.perf_counter()
    threads = [threading.Thread(target=work) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(waited), time.perf_counter() - begun


def after_deeds(port, reader):
    """One page of one reader, the first after a deal was changed, and after a plan was: the middle of three."""
    print("\n| first page after | a deal's change | a plan's change |\n|---|---|---|")
    for name, target in PAGES:
        spent = {deed: sorted(first_after(reader, deed, target, time_) for time_ in range(3))[1]
                 for deed in (change_deal, change_plan)}
        print(f"| {name} | {spent[change_deal]:.0f} ms | {spent[change_plan]:.0f} ms |", flush=True)


def first_after(reader, deed, target, number):
    reader.ask("GET", target)
    deed(reader, number)
    return reader.milliseconds(target)[0]


def change_deal(reader, number):
    _, text = reader.ask("GET", "/deals?sort=amount")
    deal = re.findall(r'href="/deals/(\d+)', text)[number]
    _, text = reader.ask("GET", f"/deals/{deal}")
    version = re.search(r'name="version" value="(\d+)"', text)
    form = {"answer": "amount", "amount": str(100_000 + int(time.time()) % 90_000), "version": version.group(1)}
    taken(reader.ask("POST", f"/answers/{deal}", form))


def change_plan(reader, number):
    reader.ask("GET", "/plans")
    taken(reader.ask("POST", "/plans", {"scope": "company", "value": str(900_000 + int(time.time() * 10) % 90_000)}))


def taken(answer):
    if answer[0] != 303:
        sys.exit(f"a deed was not taken: {answer[0]}")


def free_port():
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


def wait_until_well(port, server):
    for _ in range(300):
        try:
            Reader.plain(port, "/health")
            return
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.1)
    sys.exit("the server has not begun")


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("liyka", nargs="?", default=".build/release/liyka")
    asked.add_argument("--deals", type=int, default=100_000)
    asked.add_argument("--connections", type=int, default=32)
    asked.add_argument("--seconds", type=int, default=5)
    asked.add_argument("--database")
    asked.add_argument("--who", default="director")
    asked.add_argument("--port", type=int)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = options.database or os.path.join(folder, "demo.sqlite")
        if not os.path.exists(database):
            subprocess.run([options.liyka, "demo", "--deals", str(options.deals), "--database", database], check=True,
                           stdout=subprocess.DEVNULL)
        port = options.port or free_port()
        server = subprocess.Popen([options.liyka, "serve", "--port", str(port), "--database", database],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            begun = time.perf_counter()
            wait_until_well(port, server)
            print(f"It answers after {time.perf_counter() - begun:.1f} s ({processor(server):.0f} ms of processor).", flush=True)
            measure(port, options, server)
        finally:
            server.terminate()
            server.wait(timeout=30)


if __name__ == "__main__":
    main()
