"""What changed in the forecast, on the company's page and on its own."""

import json

from conftest import numbers


def test_the_waterfall_is_drawn_and_its_steps_open_into_deals(director):
    director.page.goto("/company")
    director.page.wait_for_load_state("networkidle")
    section = director.page.locator("section", has=director.page.locator("h2", has_text="Що змінилося")).first
    chart = section.locator("figure.waterfall")
    chart.scroll_into_view_if_needed()
    assert chart.bounding_box()["height"] > 120
    assert director.ink(chart) > 6
    assert len(numbers(section.inner_text())) > 6
    section.locator("summary", has_text="Показати угоди").click()
    step = section.locator("td details.fold").first
    step.locator("summary").click()
    link = step.locator("a[href^='/deals/']").first
    assert link.is_visible()
    link.click()
    director.page.wait_for_url("**/deals/*")


def test_the_day_from_which_on_is_chosen_in_place(director):
    director.page.goto("/company")
    director.page.locator("nav.segments a", has_text="1 день").click()
    director.page.wait_for_url("**since=day**")
    assert director.page.locator("nav.segments a[aria-current]", has_text="1 день").count() == 1


def test_page_file_and_json_say_the_same(director):
    director.page.goto("/reports/changes")
    said = director.context.request.get("/api/reports/changes").json()
    assert round(sum(step["amount"] for step in said["steps"]), 2) == round(said["after"] - said["before"], 2)
    rows = director.context.request.get("/api/reports/changes?format=csv").text().split("\r\n")
    steps = {row.split(",")[1]: row.split(",")[5] for row in rows if row.startswith("step,")}
    assert {step["kind"]: float(step["amount"]) for step in said["steps"]} == {k: float(v) for k, v in steps.items()}
    page = director.page.locator("figure.waterfall script").first.text_content()
    bars = [row for row in json.loads(page)["rows"]]
    assert abs(bars[-1]["high"] - said["after"]) < 0.01 and abs(bars[0]["high"] - said["before"]) < 0.01


def test_without_scripts_the_picture_and_the_table_are_there(visit, house):
    plain = visit(house, java_script_enabled=False).sign_in("head")
    plain.page.goto("/reports/changes")
    assert plain.page.locator("figure.waterfall svg").first.is_visible()
    assert plain.page.locator("main table tbody tr").count() > 2


def test_the_record_says_since_when_it_is_kept(director):
    director.page.goto("/accuracy")
    assert "Запис ведеться від" in director.page.inner_text("main")
