"""Something to do: made from a stage or a deal, seen in the day, done. On a real clock."""

from conftest import today


def deal_of(visitor):
    visitor.page.goto("/deals?status=open&sort=amount")
    return visitor.page.locator("main table a[href^='/deals/']").first.get_attribute("href")


def test_a_seller_gives_themselves_something_to_do_about_a_deal_and_does_it(seller):
    address = deal_of(seller)
    seller.page.goto(address)
    seller.page.click(".act summary")
    seller.page.fill(".act input[name=what]", "Зустріч у четвер")
    seller.page.fill(".act input[name=due]", f"{today():%Y-%m-%d}")
    seller.page.click(".act button")
    seller.page.wait_for_load_state("networkidle")
    assert address.split("?")[0] in seller.page.url
    assert "Зустріч у четвер" in seller.page.inner_text("table.actions")
    seller.page.goto("/reports/today")
    row = seller.page.locator("#actions tr", has_text="Зустріч у четвер")
    assert row.count() == 1
    row.locator("button").click()
    seller.page.wait_for_load_state("networkidle")
    assert seller.page.locator("#actions tr", has_text="Зустріч у четвер").count() == 0
    seller.page.goto("/reports/actions")
    assert "Зустріч у четвер" in seller.page.inner_text("#ended")


def test_a_head_gives_an_action_to_a_seller_and_no_other_department_sees_it(head, seller):
    head.page.goto("/reports/actions")
    head.page.click(".act summary")
    head.page.fill(".act input[name=what]", "Перевірити пропозиції")
    head.page.select_option(".act select[name=who]", label="Олег Бойко")
    head.page.click(".act button")
    head.page.wait_for_load_state("networkidle")
    assert "Перевірити пропозиції" in head.page.inner_text("#open")
    seller.page.goto("/reports/actions")
    assert "Перевірити пропозиції" in seller.page.inner_text("#open")


def test_what_is_due_is_ticked_off_without_scripts(visit, house):
    visitor = visit(house, java_script_enabled=False).sign_in("director")
    visitor.page.goto("/reports/today")
    rows = visitor.page.locator("#due tbody tr")
    assert rows.count() <= 20
    asked = rows.first.inner_text()
    rows.first.locator("button").click()
    assert "/reports/today" in visitor.page.url
    assert asked not in [row.inner_text() for row in visitor.page.locator("#due tbody tr").all()]
    shown = visitor.page.locator("#due tbody tr").count()
    more = visitor.page.locator("#due .foot a").count()
    visitor.page.goto("/reports/today?list=all")
    assert (visitor.page.locator("#due tbody tr").count() > shown) == (more == 1)
