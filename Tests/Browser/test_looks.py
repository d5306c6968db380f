"""In both languages, by day and by night, on a phone, and without scripts."""

import datetime
import re
import subprocess

import pytest
from conftest import LIYKA, PASSWORD, Server, today

PAGES = ["/company", "/accuracy", "/deals", "/plans", "/bonuses"] + [
    f"/reports/{name}" for name in [
        "today", "funnel", "estimate", "planfact", "events", "revive", "changes", "team", "submissions", "actions",
        "series"]]
LAST_MONTH = today().replace(day=1) - datetime.timedelta(days=1)


def test_the_language_is_switched_in_place_and_stays(head):
    head.page.goto(f"/company?period={LAST_MONTH:%Y-%m}")
    with head.page.expect_navigation():
        head.page.locator("form[action='/language'] button[value=en]:visible").first.click()
    assert head.speaks() == "en"
    assert f"period={LAST_MONTH:%Y-%m}" in head.page.url
    head.page.goto("/deals")
    assert head.speaks() == "en"


@pytest.mark.parametrize("address", PAGES)
def test_no_key_of_a_text_and_no_hole_is_left_on_a_page(head, address):
    for language in ["uk", "en"]:
        head.page.goto(address)
        with head.page.expect_navigation():
            head.page.locator(f"form[action='/language'] button[value={language}]:visible").first.click()
        words = head.page.inner_text("body")
        assert "{{" not in words and "nil" not in words.split() and "nan" not in words.lower().split()
        assert not re.findall(r"\b[a-z_]+(?:\.[a-z_]+){2,}\b", words), address


def test_the_dark_theme_is_dark(director):
    def ground():
        director.page.goto("/company")
        return sum(director.page.evaluate(
            "getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).slice(0, 3).map(Number)"))

    light = ground()
    with director.page.expect_navigation():
        director.page.locator("form[action='/theme'] button[value=dark]:visible").first.click()
    assert ground() < 200 < 600 < light


@pytest.mark.parametrize("width", [360, 390])
def test_a_phone_never_scrolls_sideways(visit, house, width):
    phone = visit(house, viewport={"width": width, "height": 800}, device_scale_factor=2, is_mobile=True)
    phone.page.goto("/sign-in")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= width
    phone.sign_in("director")
    wide = []
    for address in PAGES:
        phone.page.goto(address)
        if phone.page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)
    assert not wide


# How far words and their ground are apart, as WCAG reckons it; what stands on a picture is not looked at.
CONTRAST = """() => {
    const part = (value) => value <= 0.03928 * 255 ? value / 255 / 12.92 : Math.pow((value / 255 + 0.055) / 1.055, 2.4)
    const light = ([red, green, blue]) => 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    const colour = (text) => text.match(/[0-9.]+/g).map(Number)
    const ground = (element) => {
        for (; element; element = element.parentElement) {
            const own = colour(getComputedStyle(element).backgroundColor)
            if (own.length < 4 || own[3] > 0.9) return own
        }
        return [255, 255, 255]
    }
    const weak = new Set(), words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) {
        const element = words.currentNode.parentElement, text = words.currentNode.textContent.trim()
        if (!text || !element.checkVisibility() || element.closest('svg, script, style, .skip')) continue
        const [one, other] = [light(colour(getComputedStyle(element).color)), light(ground(element))].sort()
        if ((other + 0.05) / (one + 0.05) < 4.5) weak.add(element.className + ' ' + text.slice(0, 30))
    }
    return [...weak]
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(visit, house, scheme):
    visitor = visit(house, color_scheme=scheme).sign_in("director")
    pale = {}
    for address in PAGES + ["/deals?status=lost"]:
        visitor.page.goto(address)
        found = visitor.page.evaluate(CONTRAST)
        if found:
            pale[address] = found
    assert not pale


@pytest.mark.parametrize("width", [360, 1440])
def test_no_words_of_a_picture_stand_on_one_another(visit, house, width):
    visitor = visit(house, viewport={"width": width, "height": 900}).sign_in("director")
    clashes = {}
    for address in PAGES:
        visitor.page.goto(address)
        found = visitor.page.evaluate("""() => [...document.querySelectorAll('main svg')].flatMap((picture) => {
            const words = [...picture.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()])
                .filter(([, box]) => box.width)
            return words.flatMap(([one, a], index) => words.slice(index + 1).filter(([, b]) =>
                Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3
                && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5).map(([other]) => one + ' | ' + other))
        })""")
        if found:
            clashes[address] = found
    assert not clashes


@pytest.mark.parametrize("address", ["/company", "/accuracy", "/deals"])
def test_a_page_works_without_scripts(visit, house, address):
    plain = visit(house, java_script_enabled=False).sign_in("director")
    plain.page.goto(address)
    assert plain.page.locator("main table").count() > 0
    assert plain.page.locator("main noscript").count() == 0 or plain.page.inner_text("main").strip()


def test_everything_of_a_page_comes_from_this_server(director, house):
    asked = []
    director.page.on("request", lambda request: asked.append(request.url))
    for address in ["/company", "/accuracy", "/deals"]:
        director.page.goto(address)
        director.page.wait_for_load_state("networkidle")
    assert all(url.startswith((house.address, "data:")) for url in asked)


@pytest.mark.parametrize("width", [360, 768, 1024, 1440, 1920])
def test_letters_of_a_picture_are_of_one_size_at_every_width(visit, house, width):
    plain = visit(house, viewport={"width": width, "height": 900}, java_script_enabled=False).sign_in("director")
    for address in ["/company", "/reports/changes", "/reports/planfact", "/reports/events", "/accuracy"]:
        plain.page.goto(address)
        heights = {text: box["height"] for figure in plain.page.locator("figure svg text:visible").all()[:12]
                   if (box := figure.bounding_box()) and (text := figure.text_content())}
        assert heights and all(11 <= height <= 18 for height in heights.values()), (address, heights)


def test_a_phone_shows_four_whole_entries_of_the_menu(visit, house):
    phone = visit(house, viewport={"width": 360, "height": 800}, device_scale_factor=2, is_mobile=True)
    phone.sign_in("seller")
    entries = phone.page.locator(".pages li a")
    for place in range(4):
        box = entries.nth(place).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 360 - 72 and box["width"] >= 60, (place, box)
        assert entries.nth(place).evaluate("one => one.scrollWidth <= one.clientWidth + 1"), place


def test_no_table_is_dragged_sideways_on_a_phone(visit, house):
    dragged = {}
    for who, places in [("director", PAGES + ["/reports/alerts"]), ("seller", ["/reports/period"] + PAGES[1:])]:
        phone = visit(house, viewport={"width": 375, "height": 800}, device_scale_factor=2, is_mobile=True).sign_in(who)
        for address in places:
            if phone.status(address) != 200:
                continue
            phone.page.goto(address)
            found = phone.page.evaluate(
                """() => [...document.querySelectorAll('main .scroll')]
                    .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
                    .map((one) => one.innerText.slice(0, 40))""")
            if found:
                dragged[who, address] = found
    assert not dragged


def test_the_page_that_one_begins_with_stands_second_on_a_phone(visit, house):
    phone = visit(house, viewport={"width": 360, "height": 800}, device_scale_factor=2, is_mobile=True)
    phone.sign_in("director").page.goto("/deals")
    today = phone.page.locator(".pages a[href^='/reports/today']").bounding_box()
    company = phone.page.locator(".pages a[href^='/company']").bounding_box()
    assert 0 <= today["x"] < company["x"] < 180 and company["y"] == today["y"]


def test_a_count_in_the_menu_stands_at_the_end_of_its_line(director):
    director.page.goto("/deals")
    count = director.page.locator(".pages .count")
    line = director.page.locator(".pages a", has=director.page.locator(".count")).bounding_box()
    place = count.bounding_box()
    assert 0 <= line["x"] + line["width"] - place["x"] - place["width"] < 16


@pytest.mark.parametrize("width", [360, 900, 1440])
def test_the_door_names_the_product_at_every_width(visit, house, width):
    stranger = visit(house, viewport={"width": width, "height": 800})
    stranger.page.goto("/sign-in")
    box = stranger.page.locator(".door .brand").bounding_box()
    assert box and box["width"] > 50 and box["height"] > 10
    assert stranger.page.locator(".door .brand").evaluate("one => parseFloat(getComputedStyle(one).fontSize)") >= 12


def test_a_list_of_deals_has_only_columns_that_say_something(director):
    for status, there, gone in [
        ("open", "Очікуване закриття", ["Закрито", "Стан"]), ("won", "Закрито", ["Очікуване закриття", "Стан"]),
        ("all", "Стан", []),
    ]:
        director.page.goto(f"/deals?status={status}")
        heads = director.page.locator("main thead th").all_inner_texts()
        assert there in heads and not set(gone) & set(heads), (status, heads)
        assert director.page.locator("main tbody tr").first.locator("th, td").count() == len(heads)


def test_the_verdict_on_the_plan_names_its_amounts(director):
    for width in [360, 1440]:
        director.page.set_viewport_size({"width": width, "height": 900})
        director.page.goto("/reports/planfact")
        picture = director.page.locator("svg.verdict")
        words = picture.locator("text").all_text_contents()
        assert len(words) == 3 and all("₴" in word for word in words)
        whole = picture.bounding_box()
        for box in [text.bounding_box() for text in picture.locator("text").all()]:
            assert box["x"] >= whole["x"] - 2 and box["x"] + box["width"] <= whole["x"] + whole["width"] + 2


@pytest.fixture(scope="module")
def long_winded(tmp_path_factory):
    """A company whose deals, departments, stages and people have names beyond all measure."""
    folder = tmp_path_factory.mktemp("long")

    def run(*words, typed=None):
        subprocess.run([LIYKA, *words], cwd=folder, input=typed, text=True, check=True, timeout=300,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    run("demo", "--deals", "400", "--database", "short.sqlite")
    run("export", "company", "--database", "short.sqlite")
    for file in (folder / "company").glob("*.csv"):
        text = file.read_text(encoding="utf-8")
        for short, long in [
            ("Резервний сервер", "Найдовшеслововукраїнськіймовідихлордифенілтрихлорметилметан"),
            ("Корпоративні продажі", "Департамент корпоративних продажів і супроводу стратегічних клієнтів"),
            ("Презентація", "Комерційна пропозиція на узгодженні в юридичному відділі клієнта"),
            ("Олег Бойко", "Олександра-Вікторія Перебийніс-Щербаківська"),
        ]:
            text = text.replace(short, long)
        file.write_text(text, encoding="utf-8")
    run("import", "company", "--database", "long.sqlite")
    run("user", "add", "director@obrii.example", "--role", "director", "--database", "long.sqlite", typed=PASSWORD + "\n")
    server = Server(folder / "long.sqlite").wait()
    yield server
    server.stop()


@pytest.mark.parametrize("width", [375, 1440])
def test_a_long_name_pushes_nothing_out_of_sight(visit, long_winded, width):
    visitor = visit(long_winded, viewport={"width": width, "height": 900}, is_mobile=width < 760).sign_in("director")
    pushed = {}
    for address in PAGES[:1] + PAGES[2:] + ["/reports/alerts"]:
        visitor.page.goto(address)
        found = visitor.page.evaluate(
            """() => [document.documentElement, ...document.querySelectorAll('main .scroll')]
                .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
                .map((one) => one.tagName + ' ' + one.scrollWidth)""")
        if found:
            pushed[address] = found
    assert not pushed
