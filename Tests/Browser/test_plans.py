"""A seller's, a head's and a director's morning around the plan: what is said of it, what if, and who sees what."""

import datetime
import re
import urllib.parse

from conftest import numbers, today

FIRST = today().replace(day=1)
NEXT_MONTH = FIRST + datetime.timedelta(days=32)
COMING = f"period={NEXT_MONTH:%Y-%m}"


def figure(page, name):
    """A row of the table of what would follow: now, and if so."""
    row = page.locator("#what-if tbody tr", has=page.locator(f"th:text-is('{name}')"))
    return [" ".join(cell.split()) for cell in row.locator("td").all_inner_texts()]


def suppose(page, kind, **fields):
    """Through the form, as a person does."""
    form = page.locator(f"#what-if details:has(summary:text-is('{kind}'))")
    form.locator("summary").click()
    if form.locator("input[name=deal]").count():
        # The largest, by what the list offers.
        fields = {"deal": page.locator("#what-if-deals option").first.get_attribute("value")} | fields
    for name, value in fields.items():
        form.locator(f"input[name={name}]").fill(value)
    with page.expect_navigation():
        form.locator("button.primary").click()


def answer(page):
    """Answers a question of the day in place: first one whose answer must move the forecast."""
    for name, typed in [("reason", "Обрали іншого"), ("amount", "9000000"), ("day", None)]:
        details = page.locator(f".asks .card details:has(input[name={name}])").first
        if details.count():
            details.locator("summary").click()
            if typed:
                details.locator(f"input[name={name}]").fill(typed)
            details.locator("button.primary").click()
            page.wait_for_load_state("networkidle")
            return name
    raise AssertionError("a question without an answer")


def shown_in_strip(page):
    """Its words and its picture, without the time at which it was computed: words alone may stand at their least."""
    return [item.inner_html() for item in page.locator(".strip ul li").all()[:-1]]


def test_a_seller_starts_the_day_answers_three_questions_and_the_strip_moves(seller):
    page = seller.page
    page.goto("/reports/today")
    assert "Сьогодні" in page.inner_text(".sentence")
    page.goto(f"/reports/period?{COMING}")
    strip, sentence = shown_in_strip(page), page.inner_text(".sentence")
    assert page.locator(".asks .card").count() >= 3
    said = [answer(page) for _ in range(3)]
    assert "reason" in said or "amount" in said
    assert page.inner_text(".sentence") != sentence, said
    page.goto("/")
    assert shown_in_strip(page) != strip, said


def test_a_seller_submits_a_forecast_in_place_and_every_version_stays(seller):
    page = seller.page
    for amount, note in [("120000", "перша думка"), ("150 000,50", "друга думка")]:
        page.goto(f"/reports/period?{COMING}")
        page.locator("#submissions details summary").first.click()
        page.locator("#submissions input[name=amount]").fill(amount)
        page.locator("#submissions input[name=note]").fill(note)
        with page.expect_navigation():
            page.locator("#submissions button.primary").click()
        assert note in page.inner_text("#submissions")
    page.goto(f"/reports/submissions?{COMING}")
    words = page.inner_text("main")
    assert "перша думка" in words and "друга думка" in words


def in_ukrainian(page):
    """A choice of language stays with the person, and another test may have made one."""
    if page.get_attribute("html", "lang") != "uk":
        with page.expect_navigation():
            page.locator("form[action='/language'] button[value=uk]:visible").first.click()
    assert page.get_attribute("html", "lang") == "uk"


def test_a_head_sees_who_is_off_plan_adjusts_with_a_note_and_gives_an_action(head, visit, house):
    page = head.page
    page.goto("/reports/team")
    in_ukrainian(page)
    assert "план" in page.inner_text(".sentence").lower()
    # The whole team stands above its people.
    assert page.locator("table.team tbody tr").first.get_attribute("class") == "strong first"
    rows = page.locator("table.team tbody tr:not(.strong)")
    assert rows.count() >= 3
    chances = [re.sub(r"[^0-9,]", "", row.locator("td").nth(5).inner_text()) for row in rows.all()]
    known = [float(chance.replace(",", ".")) for chance in chances if chance]
    assert known == sorted(known)
    worst = rows.first.locator("th a").inner_text()
    page.goto(f"/reports/team?{COMING}")
    row = page.locator("#submissions tbody tr", has_text=worst)
    row.locator("summary").click()
    # One form at a time: another one opened closes it.
    other = page.locator("#submissions tbody tr", has_text="Коригувати").filter(has_not_text=worst).first
    other.locator("summary").click()
    assert page.locator("#submissions details[open]").count() == 1
    row.locator("summary").click()
    row.locator("input[name=amount]").fill("99000")
    row.locator("input[name=note]").fill("рахую обережніше")
    with page.expect_navigation():
        row.locator("button.primary").click()
    words = page.locator("#submissions tbody tr", has_text=worst).inner_text()
    assert "рахую обережніше" in words and "99" in words
    # What is off is followed by something to do about it, and whoever is to do it finds it in the morning.
    page.goto("/reports/actions")
    page.click(".act summary")
    page.fill(".act input[name=what]", "Переглянути пропозиції разом")
    page.select_option(".act select[name=who]", label="Олег Бойко")
    with page.expect_navigation():
        page.click(".act button")
    assert "Переглянути пропозиції разом" in page.inner_text("#open")
    seller = visit(house).sign_in("seller")
    seller.page.goto("/reports/actions")
    assert "Переглянути пропозиції разом" in seller.page.inner_text("#open")


def test_a_director_sees_what_changed_since_last_week_and_sets_a_plan_of_calls(director):
    page = director.page
    page.goto("/company")
    in_ukrainian(page)
    assert "Що змінилося" in page.inner_text("main")
    page.goto(f"/plans?{COMING}&measure=calls_outbound")
    assert "вихідні дзвінки" in page.inner_text(".sentence")
    row = page.locator("tbody tr", has_text="Олег Бойко")
    row.locator("input[name=value]").fill("77")
    with page.expect_navigation():
        row.locator("form button:not([name])").click()
    assert "measure=calls_outbound" in page.url
    row = page.locator("tbody tr", has_text="Олег Бойко")
    assert row.locator("td").first.inner_text() == "77"
    # The department's plan is not its people's any more, and the page says by how much.
    assert page.locator("tbody tr", has_text="Корпоративні продажі").locator("td").nth(2).inner_text() != ""
    page.goto(f"/plans?{COMING}")
    assert page.locator("tbody tr", has_text="Олег Бойко").locator("td").first.inner_text() != "77"


def test_a_director_asks_what_if_and_the_link_shows_others_only_their_part(director, visit, house):
    page = director.page
    page.goto("/company")
    assert page.locator("text=Що змінилося").count() > 0
    page.get_by_role("link", name="Що, якщо…").first.click()
    suppose(page, "Програти угоду")
    now, then, change = figure(page, "Прогноз")
    assert change.startswith("−") or change == "0 ₴"
    if change.startswith("−"):
        moved = page.locator("#what-if table.moved")
        assert moved.locator("tbody tr").count() >= 1 and moved.locator("tr.strong").count() >= 1
        # Only those who move are listed, and heads stand over their columns.
        assert all("−" in row or "→" in row for row in moved.locator("tbody tr").all_inner_texts())
        heads, cells = [
            [box["x"] + box["width"] for box in (cell.bounding_box() for cell in moved.locator(row).all())]
            for row in ["thead th", "tbody tr:first-child > *"]]
        assert all(abs(head - cell) < 2 for head, cell in zip(heads, cells))
    suppose(page, "Змінити суму", amount="9000000")
    suppose(page, "Перенести дату", day=f"{NEXT_MONTH:%Y-%m-%d}")
    assert page.locator(".supposed li").count() == 3
    link = page.get_by_role("link", name="Посилання на це припущення").get_attribute("href").split("?", 1)[1]
    supposed = [pair for pair in urllib.parse.parse_qsl(link) if pair[0] == "if"]
    assert len(supposed) >= 3
    shared = urllib.parse.urlencode(supposed)
    titles = [link.inner_text() for link in page.locator(".supposed li a:not(:has-text('Прибрати'))").all()]
    assert director.status(f"/company?format=json&{shared}") == 200
    for who in ["seller", "head"]:
        other = visit(house).sign_in(who)
        other.page.goto(f"/reports/{'period' if who == 'seller' else 'estimate'}?{shared}")
        panel = other.page.inner_text("#what-if")
        shown = other.page.locator(".supposed li").count()
        hidden = re.search(r"(\d+) припущен\S* стосу\S* того, що вам не видно", panel)
        assert shown + (int(hidden.group(1)) if hidden else 0) == 3, panel
        if shown == 0:
            assert all(title not in other.page.content() for title in titles)
    page.get_by_role("link", name="Прибрати").first.click()
    assert page.locator(".supposed li").count() == 2
    page.get_by_role("link", name="Як є насправді").click()
    assert page.locator("#what-if").count() == 0 and "if=" not in page.url


def test_what_is_supposed_moves_forecast_probability_and_bonus_the_right_way(seller):
    page = seller.page
    page.goto(f"/reports/period?{COMING}&if=new")
    suppose(page, "Виграти угоду")
    for name in ["Прогноз", "Очікуваний бонус"]:
        cells = figure(page, name)
        if cells:
            assert cells[2].startswith("+") or cells[2].startswith("0"), (name, cells)
    won = page.inner_text("#what-if .said")
    page.get_by_role("link", name="Прибрати").first.click()
    suppose(page, "Програти угоду")
    cells = figure(page, "Прогноз")
    assert cells[2].startswith("−") or cells[2].startswith("0"), cells
    assert page.inner_text("#what-if .said") != won


def test_a_director_sets_a_commission_plan_from_a_day_on_and_sees_what_it_costs_first(director, visit, house):
    page = director.page
    page.goto("/bonuses/plans")
    in_ukrainian(page)
    section = page.locator("section", has=page.locator("h2:text-is('Менеджери')")).first
    section.get_by_role("link", name="Змінити від дня…").click()
    assert page.input_value("input[name='rule.0.name']") == "Продажі"
    page.fill("input[name='rule.0.tier.1.rate']", "300")
    with page.expect_navigation():
        page.get_by_role("button", name="Показати, скільки це коштує").click()
    assert "не більше ніж" in page.inner_text("main") and page.locator("#preview").count() == 0
    # The console says of the refusal what the page says.
    assert len(director.complaints) == 1 and "422" in director.complaints.pop()
    page.fill("input[name='rule.0.tier.1.rate']", "5,5")
    with page.expect_navigation():
        page.get_by_role("button", name="Показати, скільки це коштує").click()
    assert "замість" in page.inner_text("#preview .said")
    rows = page.locator("#preview tbody tr")
    # Every seller, and the total, which is their sum.
    assert rows.count() >= 3
    expected = [int(numbers(row.locator("td").nth(3).inner_text())[0]) for row in rows.all()]
    # Whole hryvnias, each rounded by itself.
    assert abs(expected[-1] - sum(expected[:-1])) <= len(expected) and expected[-1] > 0
    with page.expect_navigation():
        page.get_by_role("button", name="Зберегти схему").click()
    assert page.url.split("#")[0].endswith("/bonuses/plans")
    coming = page.locator("section", has=page.locator(".badge:text-is('почне діяти')"))
    assert "5,5" in coming.inner_text()
    # A seller reads it, and cannot set it.
    seller = visit(house).sign_in("seller")
    seller.page.goto("/bonuses/plans")
    assert "5,5" in seller.page.inner_text("main") and seller.page.locator("a[href*='/edit']").count() == 0
    assert seller.status("/bonuses/plans/edit") == 404


def test_what_if_stands_on_the_funnel_and_the_plan_against_fact_and_takes_a_deal_by_its_title(director):
    page = director.page
    for report in ["planfact", "funnel"]:
        page.goto(f"/reports/{report}?scope=company")
        in_ukrainian(page)
        page.get_by_role("link", name="Що, якщо…").first.click()
        suppose(page, "Програти угоду")
        assert page.locator(".supposed li").count() == 1 and "if=lost:" in page.url
        cells = figure(page, "Прогноз")
        assert cells[2].startswith("−") or cells[2].startswith("0"), cells
        suppose(page, "Виграти угоду", deal="Такої угоди немає")
        assert "Такої угоди тут немає" in page.inner_text("#what-if")
        assert page.input_value("#what-if details[open] input[name=deal]") == "Такої угоди немає"
        assert page.locator(".supposed li").count() == 1


def test_the_tree_says_why_a_part_is_off_and_leads_to_the_page_that_says_more(director):
    page = director.page
    page.goto("/company")
    in_ukrainian(page)
    whys = page.locator("table.tree td.why a")
    # Who is off differs from day to day: in the month, else in the longer periods that it is a part of.
    for period in (f"{today().year}-Q{(today().month + 2) // 3}", f"{today().year}"):
        if whys.count():
            break
        page.goto(f"/company?period={period}")
    assert whys.count() >= 1
    href = whys.first.get_attribute("href")
    assert "/reports/planfact" in href or "/reports/events" in href
    whys.first.click()
    assert page.locator(".sentence").count() == 1


def test_a_department_of_the_tree_folds_and_stays_folded_in_this_window(director):
    page = director.page
    page.goto("/company")
    rows = page.locator("table.tree tbody tr")
    shown = page.locator("table.tree tbody tr:visible").count()
    assert shown == rows.count()
    twist = page.locator("table.tree .twist").first
    assert twist.get_attribute("aria-expanded") == "true"
    whose = twist.get_attribute("aria-label")
    depth = int(page.locator("table.tree tbody tr", has=page.locator(".twist")).first.get_attribute("data-depth"))
    twist.click()
    assert page.locator("table.tree tbody tr:visible").count() < shown
    after = [int(one) for one in rows.evaluate_all("rows => rows.filter((row) => !row.hidden).map((row) => row.dataset.depth)")]
    assert depth in after
    page.reload()
    again = page.locator(f'table.tree .twist[aria-label="{whose}"]')
    assert again.get_attribute("aria-expanded") == "false"
    assert page.locator("table.tree tbody tr:visible").count() < shown
    again.click()
    assert page.locator("table.tree tbody tr:visible").count() == shown


def test_of_two_tabs_with_one_plan_the_later_is_told_and_may_save_over(director):
    page = director.page
    page.goto(f"/plans?{COMING}")
    in_ukrainian(page)
    other = page.context.new_page()
    other.goto(f"/plans?{COMING}")

    def set_plan(tab, value):
        row = tab.locator("tbody tr", has_text="Олег Бойко")
        row.locator("input[name=value]").fill(value)
        with tab.expect_navigation():
            row.locator("form button:not([name])").click()
        return tab.locator("tbody tr", has_text="Олег Бойко")

    set_plan(page, "701000")
    row = set_plan(other, "702000")
    assert "Тим часом план змінено" in row.inner_text() and "Віктор Демченко" in row.inner_text()
    assert row.locator("input[name=value]").input_value() == "702000"
    assert row.locator("form button:not([name])").inner_text() == "Задати поверх"
    row = set_plan(other, "702000")
    assert "Тим часом" not in row.inner_text()
    with other.expect_navigation():
        row.locator("button[value=withdraw]").click()
    assert "відкликано" in other.locator("tbody tr", has_text="Олег Бойко").inner_text() or not other.locator(
        "tbody tr", has_text="Олег Бойко").locator("button[value=withdraw]").count()


def test_a_deal_supposed_lost_and_won_is_an_error_that_can_be_turned(director):
    page = director.page
    page.goto("/company?if=new")
    in_ukrainian(page)
    suppose(page, "Програти угоду")
    suppose(page, "Виграти угоду")
    form = page.locator("#what-if details:has(summary:text-is('Виграти угоду'))")
    assert form.get_attribute("open") is not None and "вже припущено програною" in form.inner_text()
    assert page.locator(".supposed li").count() == 1 and form.locator("[aria-invalid]").count() == 1
    with page.expect_navigation():
        form.locator(".wrong a").click()
    assert "виграно" in page.locator(".supposed li").inner_text() and not page.locator("#what-if .wrong").count()
