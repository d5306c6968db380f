"""The minute: signed in, a director has the forecast on the screen, on paper and as a file, nobody having prepared anything."""

import os
import pathlib
import time

import openpyxl
from conftest import ROOT, numbers

SECONDS = 60
CLICKS = 4
TRACE = pathlib.Path(os.environ.get("LIYKA_TRACE", ROOT / ".build" / "minute.zip"))

# Counted where they arrive, so that no click of the test's own can be forgotten.
COUNT = "window.addEventListener('click', event => event.isTrusted && window.clicked(), true)"


def test_within_a_minute_and_four_clicks_the_forecast_is_seen_printed_and_sent(visit, house, tmp_path):
    visitor = visit(house, accept_downloads=True)
    page, clicks, printed = visitor.page, [], []
    page.expose_function("clicked", lambda: clicks.append(time.monotonic()))
    page.expose_function("printing", lambda: printed.append(time.monotonic()))
    page.add_init_script(COUNT)
    # There is no printer here: what the button asks of the browser is made a file below.
    page.add_init_script("window.print = () => window.printing()")
    page.goto("/sign-in")
    visitor.context.tracing.start(screenshots=True, snapshots=True)
    begun = time.monotonic()
    page.fill("input[name=email]", "director@obrii.example")
    page.fill("input[name=password]", "liyka-demo")
    with page.expect_navigation():
        page.click("main button.primary")

    # On the screen: without a click more.
    sentence = page.locator("main .sentence").first.inner_text()
    shown = numbers(sentence)
    assert "прогноз" in sentence.lower() and "імовірність" in sentence and len(shown) >= 4, sentence

    # On paper.
    page.click("button[data-do=print]")
    paper = tmp_path / "forecast.pdf"
    page.emulate_media(media="print")
    assert page.locator(".printed").is_visible() and not page.locator(".side").is_visible()
    assert page.locator("main .sentence").first.inner_text() == sentence
    page.pdf(path=paper, prefer_css_page_size=True)
    page.emulate_media(media="screen")

    # As a file.
    with page.expect_download() as coming:
        page.locator("main .basis a", has_text="XLSX").first.click()
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    seconds = time.monotonic() - begun

    TRACE.parent.mkdir(parents=True, exist_ok=True)
    visitor.context.tracing.stop(path=TRACE)
    print(f"the minute: {seconds:.1f} s, {len(clicks)} clicks; trace {TRACE.name}")
    assert printed, "the button asked for no printing"
    assert paper.read_bytes().startswith(b"%PDF") and paper.stat().st_size > 20_000
    book = openpyxl.load_workbook(file)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    forecast = visitor.context.request.get("/api/forecast?by=department").json()
    mean = forecast["amount"]["model"]["mean"]
    assert len(rows) > 3
    assert any(isinstance(cell, float) and abs(cell - mean) < 0.005 for cell in rows[1]), rows[:2]
    assert TRACE.stat().st_size > 10_000
    assert len(clicks) <= CLICKS, f"{len(clicks)} clicks"
    assert seconds <= SECONDS, f"{seconds:.1f} s"
