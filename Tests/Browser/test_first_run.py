"""An empty database belongs to whoever can read the server's console."""

import re


def code(server):
    """The code stands alone between the words on the console."""
    found = re.findall(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}\b", "".join(server.said))
    assert found, "".join(server.said)
    return found[-1]


def fill(page, **values):
    for name, value in values.items():
        page.fill(f"input[name={name}]", value)
    page.click("main button.primary")
    page.wait_for_load_state()


def test_the_code_on_the_console_makes_the_first_administrator(visit, empty):
    first = visit(empty)
    first.page.goto("/")
    assert first.page.url.endswith("/set-up")
    fill(
        first.page, code=code(empty), company="Крамниця", name="Марія Коваленко", email="maria@shop.example",
        password="a long enough one")
    assert "/set-up" not in first.page.url, first.page.inner_text("main")
    second = visit(empty)
    assert second.status("/set-up") != 200


def test_a_wrong_code_makes_nobody(visit, empty):
    first = visit(empty)
    first.page.goto("/set-up")
    fill(
        first.page, code="aaaa-aaaa-aaaa", company="Крамниця", name="Марія Коваленко", email="maria@shop.example",
        password="a long enough one")
    assert first.page.input_value("input[name=email]") == "maria@shop.example"
    assert first.page.locator("main [role=alert], main .problem, main [aria-invalid=true]").count() > 0
    first.complaints.clear()


def test_the_administrator_lets_somebody_in_who_then_chooses_a_password(visit, house):
    admin = visit(house).sign_in("admin")
    admin.page.goto("/settings")
    admin.page.click("details.act > summary")
    admin.page.fill("input[name=name]", "new@obrii.example")
    admin.page.select_option("select[name=role]", "analyst")
    admin.page.click("details.act button.primary")
    password = admin.page.inner_text(".told-once code")
    newcomer = visit(house)
    newcomer.page.goto("/")
    newcomer.page.fill("input[name=email]", "new@obrii.example")
    newcomer.page.fill("input[name=password]", password)
    newcomer.page.click("main button.primary")
    newcomer.page.goto("/account")
    newcomer.page.fill("input[name=current]", password)
    newcomer.page.fill("input[name=new]", "a word of my own")
    newcomer.page.click("main button.primary")
    assert newcomer.page.locator("main .told-once").count() == 1
    row = admin.page.locator("tr", has_text="new@obrii.example")
    row.locator("button[value=close]").click()
    assert newcomer.status("/deals") == 303
