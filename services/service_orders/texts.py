"""Names of services in Polish, and what the pages of service orders say in English."""

SERVICES = {
    "HOME_CARE": "usługi opiekuńcze",
    "SPECIALIST_CARE": "specjalistyczne usługi opiekuńcze",
    "DAY_HOME": "dzienny dom pomocy",
    "MEAL": "posiłek",
    "SHELTER": "schronienie",
}

ENGLISH = {
    "Zlecenia": "Orders",
    "Powrót do listy": "Back to the list",
    "Zlecenie": "Order",
    "Sprawozdania": "Reports",
    "Sprawozdania wykonawców": "Contractors' reports",
    "Wszystkie": "All",
    "Stan": "State",
    "Pokaż": "Show",
    "zlecenie|zlecenia|zleceń": "order|orders",
    "wizyta|wizyty|wizyt": "visit|visits",
    "Wykonawca": "Contractor",
    "Godzin dziennie": "Hours a day",
    "Nie ma zleceń w tym stanie.": "There are no orders in this state.",
    "Oś czasu klienta": "The client's timeline",
    "Okres": "Period",
    "czeka na decyzję": "waits for the decision",
    "Opłata za godzinę": "Fee an hour",
    "Złożone": "Placed",
    "Decyzja wydana": "Decision issued",
    "Zlecenie pilne: decyzja musi je potwierdzić do {day}.": (
        "Urgent order: a decision must confirm it by {day}."
    ),
    "Uwaga": "Warning",
    "Złóż zlecenie na podstawie decyzji": "Place the order on the decision",
    "Wersje zlecenia": "Versions of the order",
    "Wersja {version}: od {day}, godzin dziennie: {hours}, {fee} za godzinę": (
        "Version {version}: from {day}, hours a day: {hours}, {fee} an hour"
    ),
    "czeka na potwierdzenie wykonawcy": "waits to be acknowledged by the contractor",
    "{state} · {contractor} · godzin dziennie: {hours}": (
        "{state} · {contractor} · hours a day: {hours}"
    ),
    "od {day}": "from {day}",
    "Plan: {planned} godz., wykonano: {done} godz.": "Planned: {planned} h, done: {done} h",
    "Zlecenie nie jest jeszcze złożone.": "The order is not placed yet.",
    "Wykonanie": "Execution",
    "godzin: {hours}": "hours: {hours}",
    "Nie było jeszcze wizyt.": "There were no visits yet.",
    "Rozliczenia": "Settlements",
    "Miesiąc": "Month",
    "Plan (godz.)": "Planned (h)",
    "Wykonano (godz.)": "Done (h)",
    "Opłata": "Fee",
    "Średnia ocena z ankiet: {mean}": "Mean score of the surveys: {mean}",
    "Odrzucone zgłoszenia": "Refused announcements",
    "Przyjmij": "Accept",
    "przyjęte": "accepted",
    "zwrócone": "returned",
    "Nie ma jeszcze sprawozdań.": "There are no reports yet.",
    "szkic": "draft",
    "złożone": "placed",
    "odrzucone": "rejected",
    "w kolejce": "queued",
    "zaplanowane": "scheduled",
    "rozpoczęte": "started",
    "w realizacji": "in service",
    "zawieszone": "suspended",
    "zakończone": "ended",
    "rozliczone": "settled",
    "ocenione": "evaluated",
    "Zlecenie: {service}": "Order: {service}",
    "Decyzje bez zlecenia": "Decisions without an order",
    "Dział świadczeń przyznał te usługi, a nikt ich jeszcze nie zlecił albo zlecenie przestało"
    " obowiązywać.": (
        "Benefits granted these services, and nobody has ordered them yet, or the order is no more."
    ),
    "Każda decyzja, która obowiązuje, ma zlecenie.": "Every decision that holds has its order.",
    "wykonawca odrzucił": "rejected by the contractor",
    "Przygotuj zlecenie: {service}, decyzja {number}": (
        "Prepare the order: {service}, decision {number}"
    ),
    "pierwsze zlecenie klienta": "the client's first order",
    "godzin dziennie: {hours}": "hours a day: {hours}",
    "Przygotuj zlecenie": "Prepare the order",
    "Decyzja": "Decision",
    "Zlecenie z kartą klienta trafi od razu do wykonawcy, którego wybierzesz. Kartę zobaczą też"
    " pracownicy socjalni; dział świadczeń i statystyka jej nie widzą.": (
        "The order goes to the contractor at once, with the client sheet. Social workers see the"
        " sheet as well; benefits and statistics do not."
    ),
    "Złóż zlecenie": "Place the order",
    "Zakończ zlecenie": "End the order",
    "Powrót do zlecenia": "Back to the order",
    "Wykonawca dowie się od razu. Zakończonego zlecenia nie można wznowić; jeśli usługa będzie"
    " potrzebna, przygotuj nowe.": (
        "The contractor is told at once. An ended order is not resumed; if the service is needed,"
        " prepare a new one."
    ),
    "Dlaczego usługa się kończy": "Why the service ends",
    "Ostatni dzień usługi": "Last day of the service",
    "Zlecenie jest zakończone.": "The order is ended.",
    "Anuluj": "Cancel",
    "Zrobione": "Done",
    "Zlecenie z kartą klienta jest u wykonawcy.": "The contractor has the order and the sheet.",
    "Żaden zarejestrowany wykonawca nie świadczy tej usługi.": (
        "No registered contractor gives this service."
    ),
    "Wykonawcę rejestruje koordynator usług.": "The service coordinator registers contractors.",
    "Zarejestruj wykonawcę": "Register a contractor",
    "Wykonawcy": "Contractors",
    "Wykonawca jest zarejestrowany i może dostawać zlecenia.": (
        "The contractor is registered and may be given orders."
    ),
    "Nie ma jeszcze wykonawców. Bez wykonawcy nie można złożyć zlecenia.": (
        "There are no contractors yet. Without one no order can be placed."
    ),
    "Każda organizacja z własnym węzłem jest już zarejestrowana. Nową dopisuje administrator"
    " platformy.": (
        "Every organisation with a node is registered. The platform's administrator adds new ones."
    ),
    "Jednostka": "Unit",
    "Usługi": "Services",
    "Pełna nazwa": "Full name",
    "Jakie usługi świadczy": "Services that it gives",
    "Organizacja, która ma w mieście własny węzeł; pozostałe są już zarejestrowane": (
        "An organisation with a node in the city; the others are registered already"
    ),
    "10 cyfr, na przykład 122-078-13-42": "10 digits, for example 122-078-13-42",
    "9 albo 14 cyfr": "9 or 14 digits",
    "10 cyfr, jeśli jest w rejestrze": "10 digits, if it stands in the register",
    "Co opiekun ma robić": "What the carer shall do",
    "Cele usługi, jeśli są ustalone": "Goals of the service, if they are set",
    "Cel": "Goal",
    "Imiona klienta": "The client's given names",
    "Nazwisko klienta": "The client's family name",
    "Data urodzenia": "Birth date",
    "Telefon klienta": "The client's phone",
    "Dokąd przychodzi opiekun": "Where the carer comes to",
    "Ulica i numer": "Street and number",
    "Kod pocztowy": "Postal code",
    "Miejscowość": "Town",
    "Do kogo dzwonić": "Whom to call",
    "Imię i nazwisko": "Name",
    "Kim jest dla klienta": "What they are to the client",
    "Telefon": "Phone",
    "Potrzeby zdrowotne": "Health needs",
    "Na co uważać": "Risks",
    "Jak wejść do mieszkania": "How to get in",
    "Na przykład 50-001": "For example 50-001",
    "Zaznacz „brak”, jeśli zapytano i ich nie ma": (
        "Tick “none” if that was asked and there are none"
    ),
    "Na przykład kod do domofonu, kto ma klucz": "For example a code, or who has the key",
    "W polu „{label}” zaznacz „brak” albo to, co jest; nie jedno i drugie.": (
        "In “{label}” tick “none” or what there is, not both."
    ),
    "Przygotuj zlecenie: decyzja jest wydana": "Prepare the order: the decision is issued",
    "Sprawdź sprawozdanie miesięczne": "Check the monthly report",
    "Wyjaśnij odrzucone zgłoszenie": "Clear up a refused announcement",
    "Zmiana potrzeb klienta: czeka na decyzję": "The client's need changed: waits for a decision",
    "Decyzję uchylono, usługa jest wstrzymana: czeka na nową decyzję": (
        "The decision was overturned, the service is suspended: it waits for a new decision"
    ),
    "Wykonawca odrzucił zlecenie pilne, decyzji jeszcze nie ma": (
        "The contractor rejected the urgent order, and there is no decision yet"
    ),
    "Zlecenie pilne czeka na decyzję": "An urgent order waits for the decision",
    "Wykonawca odrzucił zlecenie: wybierz innego": (
        "The contractor rejected the order: choose another"
    ),
    "Zlecenie czeka na odpowiedź wykonawcy": "The order waits for the contractor's answer",
    "Zmiana czeka na potwierdzenie wykonawcy": "The amendment waits to be acknowledged",
    "usługi opiekuńcze": "home care",
    "specjalistyczne usługi opiekuńcze": "specialist care",
    "dzienny dom pomocy": "day care home",
    "posiłek": "meal",
    "schronienie": "shelter",
}
