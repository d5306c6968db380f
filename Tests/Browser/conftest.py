"""A real server with the demo company, and real Chromium. `LIYKA` names the binary that is tested."""

import contextlib
import datetime
import os
import pathlib
import re
import shutil
import socket
import subprocess
import threading
import time
import urllib.request
import zoneinfo

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIYKA = pathlib.Path(os.environ.get("LIYKA", ROOT / ".build/release/liyka")).resolve()
PASSWORD = "liyka-demo"
DEALS = "4000"


def today():
    """In the demo company's time zone: around midnight the machine's own day is another."""
    return datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Kyiv")).date()


class Server:
    """`liyka serve` on a free port of this machine, until the tests are over."""

    def __init__(self, database):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.said = []
        self.process = subprocess.Popen(
            [LIYKA, "serve", "--port", str(port), "--database", str(database)], cwd=database.parent,
            env=os.environ | {"LIYKA_ASSETS": str(ROOT / ".assets")}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.process.stdout:
            self.said.append(line)

    def wait(self, seconds=90):
        for _ in range(seconds * 10):
            if self.process.poll() is not None:
                raise RuntimeError("liyka serve ended:\n" + "".join(self.said))
            with contextlib.suppress(OSError):
                urllib.request.urlopen(self.address + "/health", timeout=5)
                return self
            time.sleep(0.1)
        raise RuntimeError("liyka serve does not answer:\n" + "".join(self.said))

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    database = tmp_path_factory.mktemp("demo") / "liyka.sqlite"
    subprocess.run([LIYKA, "demo", "--deals", DEALS, "--database", database], check=True, timeout=900)
    server = Server(database).wait()
    server.database = database
    yield server
    server.stop()


@pytest.fixture
def empty(tmp_path):
    """A server on a database with nothing in it."""
    server = Server(tmp_path / "liyka.sqlite").wait()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium-headless-shell")
    assert path, "chromium-headless-shell is not installed; bin/test installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visitor:
    """Somebody at a browser. What the console complained of is kept, and fails the test at its end."""

    def __init__(self, browser, server, **settings):
        self.context = browser.new_context(base_url=server.address, **({"locale": "uk-UA"} | settings))
        self.context.set_default_timeout(60_000)
        self.complaints = []
        self.page = self.context.new_page()
        self.page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def sign_in(self, who):
        self.page.goto("/sign-in")
        self.page.fill("input[name=email]", f"{who}@obrii.example")
        self.page.fill("input[name=password]", PASSWORD)
        with self.page.expect_navigation():
            self.page.click("main button.primary")
        assert "/sign-in" not in self.page.url, self.page.inner_text("main")
        return self

    def status(self, path):
        """How an address answers, with this visitor's rights; asked aside, so that the console stays clean."""
        return self.context.request.get(path, max_redirects=0).status

    def speaks(self):
        return self.page.get_attribute("html", "lang")

    def ink(self, locator):
        """How many different colours a part of the page shows: 1 is a blank."""
        return self._count(locator.screenshot())

    def _count(self, png):
        import base64

        sheet = self.context.new_page()
        count = sheet.evaluate(
            """async data => {
                const picture = new Image()
                picture.src = data
                await picture.decode()
                const canvas = document.createElement('canvas')
                canvas.width = picture.width
                canvas.height = picture.height
                const pen = canvas.getContext('2d')
                pen.drawImage(picture, 0, 0)
                return new Set(new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size
            }""", "data:image/png;base64," + base64.b64encode(png).decode())
        sheet.close()
        return count


@pytest.fixture
def visit(chromium, request):
    """Opens visitors; each starts without cookies."""
    visitors = []

    def open_one(server, **settings):
        visitors.append(Visitor(chromium, server, **settings))
        return visitors[-1]

    yield open_one
    complaints = [text for visitor in visitors for text in visitor.complaints]
    for visitor in visitors:
        visitor.context.close()
    assert not complaints, complaints


@pytest.fixture
def director(visit, house):
    return visit(house).sign_in("director")


@pytest.fixture
def head(visit, house):
    """Whoever tries languages: a choice stays with the person."""
    return visit(house).sign_in("head")


@pytest.fixture
def seller(visit, house):
    return visit(house).sign_in("seller")


def numbers(text):
    """The figures of a text, thin spaces and all."""
    return [re.sub(r"[\u202f\u00a0 ]", "", found) for found in re.findall(r"\d[\d\u202f\u00a0]*(?:[.,]\d+)?", text)]
