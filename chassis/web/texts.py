"""The page kit's texts in English; the Polish ones stand where they are used."""

from __future__ import annotations

from chassis.web.texts_messages import MESSAGES_EN

_LAYOUT = {
    "Błąd:": "Error:",
    "Błąd": "Error",
    "Przejdź do treści": "Skip to content",
    "Popraw dane": "There is a problem",
    "Menu": "Menu",
    "Strony tej jednostki": "Pages of this unit",
    "Ta jednostka": "This unit",
    "Zalogowana osoba:": "Signed in:",
    "Wyloguj się": "Sign out",
    "O tym serwisie": "About this service",
    "Deklaracja dostępności": "Accessibility statement",
    "Wybierz": "Choose",
    "(nieobowiązkowe)": "(optional)",
    "Rok i miesiąc, na przykład 2026-02": "Year and month, for example 2026-02",
    "Więcej pól": "More fields",
    "Dodaj wiersz": "Add a row",
    "Wyślij": "Send",
    "tak": "yes",
    "nie": "no",
    "Dzień": "Day",
    "Miesiąc": "Month",
    "Rok": "Year",
    "Na przykład 27 3 2026": "For example, 27 3 2026",
}

_SIGN_IN = {
    "Zaloguj się": "Sign in",
    "Kim jesteś?": "Who are you?",
    "To wersja pokazowa, więc nie trzeba hasła. Wszystkie osoby są zmyślone.": (
        "This is a demonstration, so no password is needed. All people are made up."
    ),
    "Wybierz osobę z listy.": "Choose a person from the list.",
}

_START = {
    "Co na mnie czeka": "What waits for me",
    "Nic na Ciebie nie czeka.": "Nothing waits for you.",
    "Po terminie": "Overdue",
    "Po terminie: {days}": "Overdue by {days}",
    "dzień|dni|dni": "day|days",
    "termin {day}": "due {day}",
    "do {day}": "by {day}",
    "Dziś": "Today",
    "Alarm": "Alarm",
    "Ostatnio oglądani klienci": "Clients seen last",
    "Klient": "Client",
    "Klient {id}": "Client {id}",
    "Znajdź klienta": "Find a client",
    "Nazwisko albo nazwisko i imię": "Last name, or last and first name",
    "Szukaj": "Search",
    "Znaleziono: {number}": "Found: {number}",
    "Sprawdź pisownię albo wpisz samo nazwisko.": "Check the spelling or enter the last name only.",
}

_TIMELINE = {
    "Oś czasu": "Timeline",
    "Widoki osi czasu": "Views of the timeline",
    "Pełny widok": "Full view",
    "Widok zwarty": "Compact view",
    "Do druku": "For print",
    "Drukuj": "Print",
    "Filtry": "Filters",
    "Filtry, wybrane: {number}": "Filters, chosen: {number}",
    "Wybrane filtry": "Chosen filters",
    "Usuń wszystkie": "Remove all",
    "Usuń filtr:": "Remove filter:",
    "Zastosuj filtry": "Apply filters",
    "Jednostka": "Unit",
    "Wszystkie jednostki": "All units",
    "Rodzaj wpisu": "Kind of entry",
    "Wszystkie rodzaje": "All kinds",
    "Co wiedzieliśmy na koniec dnia": "What we knew when a day ended",
    "Zostaw puste, żeby zobaczyć stan obecny": "Leave empty to see the present state",
    "Stan wiedzy": "As known",
    "Pokazujemy to, co ta jednostka wiedziała na koniec dnia {day}.": (
        "This is what this unit knew at the end of {day}."
    ),
    "Nowe zdarzenia:": "New events:",
    "pokaż": "show",
    "nowe zdarzenia": "new events",
    "Nie ma wpisów, które pasują do filtrów. Usuń któryś filtr.": (
        "No entries match the filters. Remove a filter."
    ),
    "Na osi czasu tego klienta nie ma jeszcze wpisów.": (
        "There are no entries on this client's timeline yet."
    ),
    "Strony osi czasu": "Pages of the timeline",
    "Najnowsze wpisy": "Newest entries",
    "Starsze wpisy": "Older entries",
    "Wpisy od najnowszego": "Entries, newest first",
    "Skąd to wiemy": "How we know this",
    "Zdarzyło się": "Occurred",
    "Zapisano": "Recorded",
    "Przekazano": "Disclosed",
    "Otrzymano": "Received",
    "Podstawa prawna": "Legal basis",
    "Zakres": "Extent",
    "Kto działał": "Who acted",
    "Pełna treść": "Full content",
    "Skrót: rodzaj, dzień i jednostka": "Summary: kind, day and unit",
    "Tylko to, że wpis istnieje": "Only that the entry exists",
    "Wpis istnieje, brak dostępu": "An entry exists, no access",
    (
        "Ta jednostka może wiedzieć tylko, że tego dnia coś odnotowano. "
        "O treść można zapytać jednostkę, która ją zapisała."
    ): (
        "This unit may only know that something was noted on that day. "
        "Ask the unit that wrote it about its content."
    ),
}

_PROBLEMS = {
    "Nieprawidłowe żądanie": "Wrong request",
    "Brak dostępu": "No access",
    "Nie znaleziono strony": "Page not found",
    "Tak nie można użyć tego adresu": "This address cannot be used like this",
    "Tej czynności nie można teraz wykonać": "This cannot be done now",
    "Za dużo danych": "Too much data",
    "Coś poszło nie tak": "Something went wrong",
    "Usługa jest chwilowo niedostępna": "The service is away for a moment",
    "Wróć do poprzedniej strony i spróbuj ponownie.": "Go back to the page before and try again.",
    "Zaloguj się i spróbuj ponownie.": "Sign in and try again.",
    "Nie masz uprawnień do tej strony. Jeśli są Ci potrzebne, powiedz o tym przełożonemu.": (
        "You have no right to see this page. If you need it, tell your manager."
    ),
    (
        "Sprawdź, czy adres jest wpisany poprawnie, albo przejdź do strony „Co na mnie czeka”."
    ): "Check whether the address is right, or go to the page “What waits for me”.",
    "Wróć do poprzedniej strony i użyj przycisku albo linku na niej.": (
        "Go back to the page before and use a button or a link on it."
    ),
    "Popraw wskazane pola i wyślij ponownie.": "Correct the fields and send them again.",
    (
        "Spróbuj ponownie. Jeśli błąd się powtórzy, podaj administratorowi numer zdarzenia: "
        "{trace_id}."
    ): "Try again. If it happens again, tell the administrator this number: {trace_id}.",
    "Twoje dane nie zostały zmienione. Spróbuj ponownie za chwilę.": (
        "Your data was not changed. Try again in a moment."
    ),
    (
        "Wróć do poprzedniej strony przyciskiem przeglądarki, żeby nie stracić wpisanych danych."
    ): "Go back with the button of your browser, so that what you entered is kept.",
    "Przejdź do strony „Co na mnie czeka”": "Go to the page “What waits for me”",
}

_ACCESSIBILITY = {
    (
        "{institution} zobowiązuje się zapewnić dostępność tego serwisu zgodnie z ustawą z dnia "
        "4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych "
        "podmiotów publicznych. Deklaracja dotyczy serwisu {product}: {unit}."
    ): (
        "{institution} undertakes to make this service accessible as the act of 4 April 2019 on "
        "the digital accessibility of websites and mobile applications of public bodies demands. "
        "This statement is about the service {product}: {unit}."
    ),
    "Stan dostępności": "How accessible it is",
    (
        "Serwis jest budowany zgodnie z WCAG 2.2 na poziomie AA. Każda strona jest sprawdzana "
        "automatycznie i obsługą samą klawiaturą. Sprawdzenie z czytnikiem ekranu jest jeszcze "
        "przed nami, dlatego uznajemy serwis za częściowo zgodny."
    ): (
        "The service is built to WCAG 2.2, level AA. Each page is checked by a program and by "
        "keyboard alone. A check with a screen reader is still to come, so we call the service "
        "partially compliant."
    ),
    "Przygotowanie deklaracji": "Preparation of this statement",
    "Deklarację sporządzono 22 listopada 2026 r. na podstawie samooceny.": (
        "This statement was prepared on 22 November 2026 by self-assessment."
    ),
    "Skróty i udogodnienia": "Shortcuts and aids",
    (
        "Pierwszy link każdej strony prowadzi do jej treści. Nowe zdarzenia są ogłaszane, a "
        "strona nie zmienia się bez Twojej decyzji. Język zmienisz w nagłówku."
    ): (
        "The first link of each page leads to its content. New events are announced and the page "
        "does not change unless you ask. The language is switched in the header."
    ),
    "Informacje zwrotne i skargi": "Feedback and complaints",
    (
        "Jeśli coś jest niedostępne, zgłoś to jednostce {institution}: napisz, o którą stronę "
        "chodzi i jak się z Tobą skontaktować. Odpowiedź powinna przyjść w ciągu 7 dni, najpóźniej "
        "w ciągu 2 miesięcy. Potem możesz złożyć skargę, a na końcu zwrócić się do Rzecznika Praw "
        "Obywatelskich."
    ): (
        "If something is not accessible, tell {institution}: which page it is and how to reach "
        "you. An answer should come within 7 days, at the latest within 2 months. After that you "
        "may complain, and in the end turn to the Commissioner for Human Rights."
    ),
}

ENGLISH: dict[str, str] = {
    **_LAYOUT,
    **_SIGN_IN,
    **_START,
    **_TIMELINE,
    **_PROBLEMS,
    **_ACCESSIBILITY,
    **MESSAGES_EN,
}
