import SalesDomain

/// How the company pays its sellers and heads: by sales against the plan, with more above it, and a little for new customers;
/// heads also by what is really paid. The key accounts' people have a plan of their own, in which calls count too, and the sellers' plan became steeper at the start of this year.
enum BonusSheets {
    static let sellers = "Менеджери"
    static let keyAccounts = "Постійні клієнти"
    static let heads = "Керівники відділів"

    static func sheets(until: Day) -> [Sheet] { [plans(until), rules(until), members] }

    private static func year(_ until: Day) -> String { "\(until.year)-01-01" }

    private static func plans(_ until: Day) -> Sheet {
        var sheet = Sheet("commission_plans.csv", "plan", "every", "cap", "pro_rata", "from", "to")
        sheet.add(sellers, "month", "", "yes", "", "\(until.year - 1)-12-31")
        sheet.add(sellers, "month", "150000", "yes", year(until), "")
        sheet.add(keyAccounts, "month", "", "yes", "", "")
        sheet.add(heads, "quarter", "", "no", "", "")
        return sheet
    }

    private static func rules(_ until: Day) -> Sheet {
        var sheet = Sheet(
            "commission_rules.csv", "plan", "from", "rule", "measure", "customer", "team", "target", "weight", "mode",
            "unit", "threshold", "tiers")
        sheet.add(sellers, "", "Продажі", "won", "", "no", "", "", "marginal", "attainment", "0.5", "0:0.02 1:0.035")
        sheet.add(
            sellers, year(until), "Продажі", "won", "", "no", "", "", "marginal", "attainment", "0.5",
            "0:0.02 1:0.045 1.2:0.06")
        sheet.add(
            sellers, year(until), "Новий клієнт", "new_accounts", "", "no", "", "", "marginal", "amount", "",
            "0:400 5:700")
        sheet.add(
            keyAccounts, "", "Виконання плану", "won", "", "no", "18000", "0.9", "retroactive", "attainment", "0.7",
            "0:0.8 1:1.2")
        sheet.add(
            keyAccounts, "", "Вихідні дзвінки", "calls_outbound", "", "no", "18000", "0.1", "step", "attainment", "",
            "0.8:0.5 1:1")
        sheet.add(keyAccounts, "", "План відділу", "won", "", "yes", "6000", "1", "step", "attainment", "", "1:1")
        sheet.add(
            heads, "", "План відділу", "won", "", "yes", "60000", "0.6", "retroactive", "attainment", "0.8",
            "0:0.9 1:1.2")
        sheet.add(
            heads, "", "Оплати відділу", "paid", "", "yes", "60000", "0.4", "retroactive", "attainment", "0.8",
            "0:0.9 1:1.2")
        return sheet
    }

    private static var members: Sheet {
        var sheet = Sheet("commission_members.csv", "plan", "employee_id", "department", "role")
        sheet.add(sellers, "", "", "seller")
        sheet.add(keyAccounts, "", Staff.keyAccounts, "")
        // Who heads a department is paid as its head, also where the department has a plan of its own.
        for head in ["h01", "h02", "h03"] { sheet.add(heads, head, "", "") }
        return sheet
    }
}
