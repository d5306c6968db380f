"""A head's morning with what calls for attention: something is put off, something is given to do, and the count moves."""

import datetime

from conftest import numbers


def waiting(visitor):
    """How many matters the page says there are, and the number beside it in the menu."""
    visitor.page.goto("/reports/alerts")
    count = visitor.page.locator("nav.pages a[href*='/reports/alerts'] .count")
    said = visitor.page.inner_text(".sentence b, .sentence strong") if count.count() else "0"
    return int(numbers(said)[0]), count.get_attribute("aria-label") if count.count() else None


def test_a_head_puts_an_alert_off_and_gives_an_action_from_another_and_the_count_moves(head):
    before, label = waiting(head)
    assert before > 2 and numbers(label)[0] == str(before)

    row = head.page.locator("main table tbody tr").first
    title = row.locator("th a").inner_text()
    kinds = row.locator(".snooze input[name=alert]").count()
    assert kinds >= 1
    row.locator(".snooze summary").click()
    row.locator(".snooze button").click()
    head.page.wait_for_load_state("networkidle")
    after, label = waiting(head)
    assert after == before - 1 and numbers(label)[0] == str(after)
    head.page.click("#snoozed summary")
    assert title in head.page.inner_text("#snoozed")

    row = head.page.locator("section.later[id] table tbody tr", has=head.page.locator("a[href*='/deals/']")).first
    title = row.locator("th a").inner_text()
    row.locator(".act summary").click()
    assert title in row.locator(".act input[name=what]").input_value()
    row.locator(".act button").click()
    head.page.wait_for_load_state("networkidle")
    assert "/reports/alerts" in head.page.url
    last, label = waiting(head)
    assert last == after - 1 and numbers(label)[0] == str(last)
    head.page.goto("/reports/actions")
    assert title in head.page.inner_text("#open")


def test_what_was_put_off_comes_back_when_it_is_asked_for(head):
    before, _ = waiting(head)
    row = head.page.locator("main section table tbody tr").first
    title = row.locator("th a").inner_text()
    row.locator(".snooze summary").click()
    row.locator(".snooze button").click()
    head.page.wait_for_load_state("networkidle")
    head.page.click("#snoozed summary")
    head.page.locator("#snoozed tbody tr", has_text=title).locator("button").first.click()
    head.page.wait_for_load_state("networkidle")
    assert waiting(head)[0] == before


def test_a_director_reads_what_to_act_on_and_a_line_opens_the_rest_of_a_department(director):
    count, label = waiting(director)
    assert numbers(label)[0] == str(count)
    page = director.page
    assert page.locator("main section.later[id]:not(#gathered) tbody tr").count() <= count
    lines = page.locator("#gathered tbody tr")
    assert 1 <= lines.count() <= 12
    gathered = sum(int(numbers(text)[0]) for text in lines.locator("td b").all_inner_texts())
    told = director.context.request.get("/api/reports/alerts").json()["totals"]
    assert told["to_act"] == count and told["to_act"] + gathered == told["matters"]
    assert count < told["matters"] / 4
    assert "1\u00a0%" in page.inner_text("main")
    name = lines.first.locator("th").inner_text().strip()
    lines.first.locator("th a").click()
    page.wait_for_load_state("networkidle")
    assert "scope=" in page.url and name in page.inner_text(".sentence")


def test_a_seller_sees_their_own_deals_alone_and_a_phone_has_room_for_them(visit, house):
    visitor = visit(house, viewport={"width": 360, "height": 740}).sign_in("seller")
    rows = visitor.page.locator("main section tbody tr", has=visitor.page.locator("th a[href*='/deals/']"))
    # What one seller's deals call for differs from day to day: the last one on which it was anything.
    for back in range(21):
        day = datetime.date.today() - datetime.timedelta(days=back)
        visitor.page.goto("/reports/alerts?list=all" + (f"&as_of={day}" if back else ""))
        if rows.count():
            break
    assert rows.count() >= 1
    assert all("Олег Бойко" in who for who in rows.locator("th .under").all_inner_texts())
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert visitor.status("/reports/alerts?scope=company") == 404


def test_the_day_and_the_company_name_the_first_few_and_lead_to_all(director):
    for address in ("/reports/today", "/company"):
        director.page.goto(address)
        brief = director.page.locator("#alerts")
        assert brief.count() == 1
        assert 1 <= brief.locator("li").count() <= 6
        brief.locator(".head a").click()
        director.page.wait_for_load_state("networkidle")
        assert "/reports/alerts" in director.page.url
        assert director.page.locator("main table tbody tr").count() >= 1
