extension Ukrainian {
    static let accuracy: KeyValuePairs<String, String> = [
        "accuracy.counted": "Сум в угодах немає, тому точність пораховано за кількістю виграних угод.",
        "accuracy.sentence.none": "Точність іще не виміряно: потрібен хоча б один повний період у минулому.",
        "accuracy.sentence.month.start":
            "{subject}точність прогнозу на початок місяця за {periods|останній # місяць|останні # місяці|останні # місяців|останні # місяця} — *{accuracy}*.",
        "accuracy.sentence.month.third":
            "{subject}точність прогнозу через третину місяця за {periods|останній # місяць|останні # місяці|останні # місяців|останні # місяця} — *{accuracy}*.",
        "accuracy.sentence.month.two_thirds":
            "{subject}точність прогнозу через дві третини місяця за {periods|останній # місяць|останні # місяці|останні # місяців|останні # місяця} — *{accuracy}*.",
        "accuracy.sentence.quarter.start":
            "{subject}точність прогнозу на початок кварталу за {periods|останній # квартал|останні # квартали|останні # кварталів|останні # кварталу} — *{accuracy}*.",
        "accuracy.sentence.quarter.third":
            "{subject}точність прогнозу через третину кварталу за {periods|останній # квартал|останні # квартали|останні # кварталів|останні # кварталу} — *{accuracy}*.",
        "accuracy.sentence.quarter.two_thirds":
            "{subject}точність прогнозу через дві третини кварталу за {periods|останній # квартал|останні # квартали|останні # кварталів|останні # кварталу} — *{accuracy}*.",
        "accuracy.sentence.luck.month":
            "За {periods|# місяць|# місяці|# місяців|# місяця} {wins|був лише # виграш|було лише # виграші|було лише # виграшів|було лише # виграшу}, тому точність ще випадкова.",
        "accuracy.sentence.luck.quarter":
            "За {periods|# квартал|# квартали|# кварталів|# кварталу} {wins|був лише # виграш|було лише # виграші|було лише # виграшів|було лише # виграшу}, тому точність ще випадкова.",
        "accuracy.sentence.ceiling": "На ваших даних можлива щонайбільше {ceiling}.",
        "accuracy.sentence.ceiling.reached":
            "Це межа можливого на ваших даних (у середньому {ceiling}); що понад неї — везіння.",
        "accuracy.sentence.month.later":
            "Через третину місяця — {third}, через дві третини — {two_thirds}.",
        "accuracy.sentence.quarter.later":
            "Через третину кварталу — {third}, через дві третини — {two_thirds}.",
        "accuracy.sentence.range": "Факт потрапив у діапазон 80 % {held|# раз|# рази|# разів|# разу} із {periods}.",
        "accuracy.below_zero": "< 0",
        "accuracy.honest": "Перевірка на минулому: кожен прогноз бачить лише те, що було записано до його дати",
        "accuracy.how": "Як пораховано",
        "accuracy.moments": "Момент прогнозу",
        "accuracy.moment.start": "на початку",
        "accuracy.moment.third": "через ⅓",
        "accuracy.moment.two_thirds": "через ⅔",
        "accuracy.level.company": "компанія",
        "accuracy.level.department": "відділ",
        "accuracy.level.employee": "менеджер",
        "accuracy.level.product": "продукт",
        "accuracy.level.pipeline": "воронка",
        "accuracy.bands.title": "Прогноз і що сталося",
        "accuracy.bands.said":
            "Діапазони прогнозу за періодами й факт. Ті самі числа — у таблиці нижче.",
        "accuracy.legend.actual": "факт",
        "accuracy.legend.outside": "факт поза діапазоном",
        "accuracy.legend.miss": "% — прогноз проти факту",
        "accuracy.tip.actual": "факт {value}",
        "accuracy.tip.forecast": "прогноз {value} ({miss})",
        "accuracy.lines.title": "Що пізніше, то точніше",
        "accuracy.lines.sub": "Точність, %, за моментом періоду, коли зроблено прогноз",
        "accuracy.lines.said":
            "Точність за моментом прогнозу: модель, інші способи й межа можливої точності. Числа — у таблиці.",
        "accuracy.line.ceiling": "межа",
        "accuracy.line.model": "модель",
        "accuracy.line.statistical": "за статистикою",
        "accuracy.line.naive_mean3": "середнє за 3",
        "accuracy.line.template": "за шаблоном",
        "accuracy.line.below": "↓ {line}",
        "accuracy.table.title": "Точність за методом, рівнем і моментом періоду, %",
        "accuracy.table.method": "Метод",
        "accuracy.table.ceiling": "Межа точності",
        "accuracy.table.coverage": "Влучність діапазону",
        "accuracy.table.periods": "Періодів",
        "accuracy.table.actual": "Факт",
        "accuracy.table.miss": "Відхилення",
        "accuracy.table.wins": "Виграно, угод",
        "accuracy.verdict.title": "Хто точніший",
        "accuracy.verdict.model":
            "Жоден простий спосіб не був точнішим за модель більше, ніж пояснює випадковість.",
        "accuracy.verdict.other":
            "{level}, {moment}: точнішим був спосіб «{method}» — *{other}* проти {model} у моделі.",
        "accuracy.verdict.naive":
            "{level}, {moment}: наївний спосіб «{method}» точніший за модель — *{other}* проти {model}. Доки це так, спирайтеся на нього.",
        "accuracy.formula":
            "Точність = 100 % мінус сума відхилень прогнозу від факту, поділена на суму факту. Відхилення в обидва боки рахують без знака, тож вони не гасять одне одного. «< 0» — відхилень у сумі більше, ніж самого факту.",
        "accuracy.ceiling":
            "Межа точності: навіть бездоганна модель не знає, які саме угоди виграють, тож що менше виграшів, то менша можлива точність.",
        "accuracy.ceiling.wins":
            "Межа точності: навіть бездоганна модель не знає, які саме угоди виграють. {level}: близько {wins|# виграшу|# виграшів|# виграшів|# виграшу} за період, тому в середньому на його початку можливо не більше ніж {ceiling}; окремі роки бувають щасливіші чи менш щасливі.",
        "accuracy.coverage":
            "Влучність діапазону — частка періодів, у яких факт потрапив у діапазон 80 %; що ближче до 80, то чесніший діапазон.",
    ]
}
