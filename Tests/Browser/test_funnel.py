"""The funnel by amount and the plan against the fact: drawn, adding up, and the same everywhere."""

import csv
import datetime
import io
import json
import subprocess
from urllib.parse import quote, unquote

import pytest
from conftest import LIYKA, numbers, today

TODAY = today()
LAST_MONTH = f"{TODAY.replace(day=1) - datetime.timedelta(days=1):%Y-%m}"
# A fixed moment, so that whoever asks, and whenever, is told the same.
ASKED = f"as_of={TODAY:%Y-%m-%d}&scope=company"


def answer(visitor, name, query=ASKED):
    response = visitor.context.request.get(f"/api/reports/{name}?{query}")
    assert response.status == 200
    return response.json()


def table(visitor, name, query=ASKED):
    response = visitor.context.request.get(f"/api/reports/{name}?{query}&format=csv")
    assert response.status == 200
    return list(csv.DictReader(io.StringIO(response.text())))


def told(house, name, *words):
    """What the command line says of the same."""
    said = subprocess.run(
        [LIYKA, "report", name, "--json", "--as-of", f"{TODAY:%Y-%m-%d}", *words, "--database", house.database],
        check=True, capture_output=True, text=True, timeout=300)
    return json.loads(said.stdout)


def whole(text):
    return int(text.replace("−", "-").replace("+", "").replace("\u202f", "").replace("\u00a0", "") or 0)


def rows_of(visitor):
    """Of the page's first table of stages: the words of each cell."""
    found = visitor.page.locator("main table.grid-table").first.locator("tbody tr:not(.told)").all()
    return [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in found]


def unit(visitor):
    heading = visitor.page.locator("main table.grid-table").first.locator("thead").inner_text()
    return 1_000_000 if "млн" in heading else 1_000 if "тис" in heading else 1


def test_the_funnel_is_really_drawn(director):
    director.page.goto("/reports/funnel?scope=company")
    director.page.wait_for_selector("figure.chart[data-drawn=yes]")
    director.page.wait_for_timeout(600)
    chart = director.page.locator("figure.chart .canvas")
    assert chart.locator("canvas").count() == 1
    box = chart.bounding_box()
    assert box["width"] > 500 and box["height"] > 180
    assert director.ink(chart) > 8


def test_a_click_on_the_drawing_leads_to_the_deals_of_the_stage(director):
    director.page.goto("/reports/funnel?scope=company")
    director.page.wait_for_selector("figure.chart[data-drawn=yes]")
    director.page.wait_for_timeout(600)
    box = director.page.locator("figure.chart .canvas").bounding_box()
    director.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    director.page.wait_for_url("**/deals?**")
    assert "stage=Презентація" in unquote(director.page.url)


def test_the_deals_behind_each_stage_add_up_to_it(director):
    director.page.goto(f"/reports/funnel?{ASKED}")
    stages = {stage["stage"]: stage for stage in answer(director, "funnel")["stages"]}
    links = director.page.locator("main table.grid-table").first.locator("tbody th a").all()
    assert len(links) == len(stages) >= 5
    for link in links:
        name = link.inner_text().replace("▲", "").strip()
        deals = director.context.request.get("/api" + link.get_attribute("href")).json()
        assert deals["total"] == stages[name]["count"] > 0, name


@pytest.mark.parametrize("name", ["funnel", "planfact"])
def test_page_json_csv_and_command_line_say_the_same(director, house, name):
    director.page.goto(f"/reports/{name}?{ASKED}")
    found, lines = answer(director, name), table(director, name)
    spoken = told(house, name)
    assert {key: found[key] for key in found if key not in ["as_of"]} == {
        key: spoken[key] for key in spoken if key not in ["as_of"]} | (
            {"stages": found["stages"]} if name == "planfact" else {})
    by_stage = {line["stage"]: line for line in lines if line["line"] == "stage"}
    for stage in found["stages"]:
        line = by_stage[stage["stage"]]
        for key in set(stage) & set(line) - {"stage", "signal", "advice", "problem"}:
            if line[key] == "":
                assert stage[key] is None, (stage["stage"], key)
            else:
                assert abs(float(line[key]) - stage[key]) < 1e-6, (stage["stage"], key)
    columns = {
        "funnel": {1: "count", 3: "in_period_count", 10: "overdue_count", 2: "amount", 4: "in_period_amount",
                   5: "in_period_expected", 6: "expected", 11: "overdue_amount"},
        "planfact": {1: "open_count", 2: "open_amount", 3: "template", 4: "statistical", 5: "model",
                     7: "fact_entered"}}[name]
    size = unit(director)
    shown = {row[0].replace("▲", "").strip(): row for row in rows_of(director)}
    for stage in found["stages"]:
        for place, key in columns.items():
            expected = stage[key] if "count" in key or "entered" in key else stage[key] / size
            assert abs(whole(shown[stage["stage"]][place]) - expected) <= 0.5 + 1e-9, (stage["stage"], key)
    total = next(row for title, row in shown.items() if title.startswith("Разом"))
    key = {"funnel": "expected", "planfact": "model"}[name]
    assert abs(whole(total[{"funnel": 6, "planfact": 5}[name]]) - found["totals"][key] / size) <= 0.5 + 1e-9


def test_stages_add_up_to_the_totals(director):
    funnel = answer(director, "funnel")
    for key in ["count", "amount", "in_period_amount", "in_period_expected", "expected", "overdue_amount"]:
        assert round(sum(stage[key] for stage in funnel["stages"]) - funnel["totals"][key], 2) == 0, key
    late = [deal for deal in funnel["problem_deals"]]
    assert len(late) == funnel["totals"]["overdue_count"]
    plan = answer(director, "planfact")
    parts = sum(stage["model"] for stage in plan["stages"]) + plan["new_business"]["model"]
    assert round(parts + plan["totals"]["fact_amount"] - plan["totals"]["model"], 2) == 0
    forecast = director.context.request.get(f"/api/forecast?{ASKED}").json()
    assert plan["totals"]["model"] == forecast["amount"]["model"]["mean"]


def test_a_seller_opens_on_their_own_and_finds_no_others(seller):
    seller.page.goto("/reports/funnel")
    assert "Олег Бойко" in seller.page.inner_text(".sentence")
    for name in ["funnel", "planfact"]:
        for query in ["scope=company", "scope=employee:s02", "compare=employee:s02", "compare=company",
                      "against=employee:s02", "reference=nobody-pinned-this",
                      "scope=department:" + quote("Корпоративні продажі")]:
            if name == "funnel" and ("against" in query or "reference" in query):
                continue
            assert seller.status(f"/reports/{name}?{query}") == 404, (name, query)
            assert seller.status(f"/api/reports/{name}?{query}") == 404, (name, query)


def test_two_sellers_and_two_months_stand_side_by_side(director):
    for name, query in [("funnel", "scope=employee:s01&compare=employee:s02"), ("planfact", f"compare={LAST_MONTH}")]:
        asked = f"as_of={TODAY:%Y-%m-%d}&{query}"
        director.page.goto(f"/reports/{name}?{asked}")
        found = answer(director, name, asked)
        side = found["comparison"]
        for stage in side["stages"]:
            for key, pair in stage.items():
                if key != "stage" and pair["difference"] is not None:
                    assert round(pair["this"] - pair["other"] - pair["difference"], 5) == 0, (stage["stage"], key)
        own = {stage["stage"]: stage for stage in found["stages"]}
        alone = answer(director, name, f"as_of={side['other']['as_of']}".replace("+", "%2B") + "&" + (
            "scope=employee:s02" if name == "funnel" else f"period={LAST_MONTH}"))
        others = {stage["stage"]: stage for stage in alone["stages"]}
        key = {"funnel": "amount", "planfact": "open_amount"}[name]
        for stage in side["stages"]:
            assert stage[key]["this"] == own[stage["stage"]][key]
            assert stage[key]["other"] == others[stage["stage"]][key]
        lines = [line for line in table(director, name, asked) if line["line"] == "stage"]
        assert [float(line[key + "_other"]) for line in lines] == [stage[key]["other"] for stage in side["stages"]]
        words = director.page.inner_text("main")
        assert "Різниця" in words and ("Андрій Гнатюк" in words or name == "planfact")


def test_the_plan_has_a_verdict_and_every_stage_an_advice(director):
    found = answer(director, "planfact")
    assert found["plan_verdict"]["verdict"] in ["low", "right", "high"]
    assert found["totals"]["plan_amount"] == found["plan_verdict"]["quota"] > 0
    assert all(stage["advice"] for stage in found["stages"])
    director.page.goto(f"/reports/planfact?{ASKED}")
    words = director.page.inner_text("main")
    assert "Висновок щодо плану" in words
    for stage in found["stages"]:
        assert stage["advice"][1:] in words, stage["stage"]


def test_in_english_nothing_stays_ukrainian_but_names(head):
    head.page.goto("/reports/planfact")
    head.page.locator("form[action='/language'] button[value=en]:visible").first.click()
    head.page.wait_for_load_state()
    for name in ["funnel", "planfact"]:
        head.page.goto(f"/reports/{name}?compare={LAST_MONTH}")
        words = head.page.inner_text("main")
        assert "Difference" in words and "Різниця" not in words and "Етап" not in words
    head.page.locator("form[action='/language'] button[value=uk]:visible").first.click()
    head.page.wait_for_load_state()


def test_on_paper_there_is_the_funnel_and_no_menu(director):
    director.page.goto("/reports/funnel?scope=company")
    director.page.wait_for_selector("figure.chart[data-drawn=yes]")
    director.page.emulate_media(media="print")
    assert director.page.locator("figure.chart > svg.wide").is_visible()
    assert not director.page.locator(".side").is_visible()
    assert len(numbers(director.page.inner_text("main"))) > 40


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_pushes_the_page_wider_than_the_window(visit, house, width):
    visitor = visit(house, viewport={"width": width, "height": 900}).sign_in("director")
    for address in ["/reports/funnel", "/reports/planfact", f"/reports/planfact?compare={LAST_MONTH}"]:
        visitor.page.goto(address)
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("language", ["uk", "en"])
def test_on_a_phone_plan_against_fact_is_read_as_cards_without_scrolling_sideways(visit, house, language):
    page = visit(house, viewport={"width": 375, "height": 800}).sign_in("director").page
    page.goto(f"/reports/planfact?scope=company&lang={language}")
    scroll = page.locator(".scroll:has(table.pair)")
    assert scroll.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    row = page.locator("table.pair tbody tr").first
    shown = [label for label in row.locator("td[data-label]").all() if label.is_visible()]
    assert len(shown) == 13
    width = page.viewport_size["width"]
    for cell in shown:
        box = cell.bounding_box()
        assert 0 <= box["x"] and box["x"] + box["width"] <= width, cell.get_attribute("data-label")


def test_on_a_phone_what_stands_under_an_amount_ends_where_the_amount_does(visit, house):
    page = visit(house, viewport={"width": 375, "height": 800}).sign_in("director").page
    page.goto("/reports/planfact?scope=company")
    # As where somebody else's alarm tells what was missed.
    page.locator("table.pair tbody tr").first.locator("td").last.evaluate(
        "cell => cell.insertAdjacentHTML('beforeend', '<span class=\"under sig\">−120 тис.</span>')")
    gaps = page.locator("table.pair td .under:visible").evaluate_all(
        """found => found.map(one => {
            const text = document.createRange();
            text.selectNodeContents(one);
            return one.closest('td').getBoundingClientRect().right - text.getBoundingClientRect().right;
        })""")
    assert len(gaps) > 2
    assert all(abs(gap) < 2 for gap in gaps), gaps
