"""What to do about a field that does not hold, in English; `messages.py` has the Polish."""

from __future__ import annotations

MESSAGES_EN: dict[str, str] = {
    "Uzupełnij pole „{label}”.": "Enter “{label}”.",
    "W polu „{label}” wpisz tekst.": "“{label}” must be text.",
    "W polu „{label}” wpisz dłuższy tekst; najmniej znaków: {min_length}.": (
        "“{label}” must have at least {min_length} characters."
    ),
    "W polu „{label}” skróć tekst; najwięcej znaków: {max_length}.": (
        "“{label}” must have at most {max_length} characters."
    ),
    "Wpisz „{label}” w takiej postaci, jak w podpowiedzi.": (
        "Enter “{label}” in the form that the hint shows."
    ),
    "W polu „{label}” są znaki, których nie da się zapisać. Wpisz je ponownie.": (
        "“{label}” holds characters that cannot be stored. Enter it again."
    ),
    "W polu „{label}” wpisz liczbę całkowitą.": "“{label}” must be a whole number.",
    "W polu „{label}” wpisz liczbę całkowitą, na przykład 3.": (
        "“{label}” must be a whole number, for example 3."
    ),
    "W polu „{label}” wpisz liczbę bez części ułamkowej.": (
        "“{label}” must be a number without a fraction."
    ),
    "Liczba w polu „{label}” jest za duża. Wpisz mniejszą.": (
        "The number in “{label}” is too large. Enter a smaller one."
    ),
    "W polu „{label}” wpisz liczbę.": "“{label}” must be a number.",
    "W polu „{label}” wpisz liczbę, na przykład 2,5.": "“{label}” must be a number, such as 2.5.",
    "W polu „{label}” wpisz zwykłą liczbę.": "“{label}” must be an ordinary number.",
    "W polu „{label}” wpisz kwotę albo liczbę.": "“{label}” must be an amount or a number.",
    "W polu „{label}” wpisz liczbę albo kwotę, na przykład 1234,50.": (
        "“{label}” must be a number or an amount, for example 1234.50."
    ),
    "Liczba w polu „{label}” może mieć najwyżej {max_digits} cyfr.": (
        "“{label}” may have at most {max_digits} digits."
    ),
    "W polu „{label}” podaj najwyżej {decimal_places} cyfry po przecinku.": (
        "“{label}” may have at most {decimal_places} decimal places."
    ),
    "W polu „{label}” podaj najwyżej {whole_digits} cyfr całości.": (
        "“{label}” may have at most {whole_digits} digits before the decimal point."
    ),
    "W polu „{label}” wpisz wartość większą niż {gt}.": "“{label}” must be more than {gt}.",
    "W polu „{label}” wpisz wartość nie mniejszą niż {ge}.": "“{label}” must be {ge} or more.",
    "W polu „{label}” wpisz wartość mniejszą niż {lt}.": "“{label}” must be less than {lt}.",
    "W polu „{label}” wpisz wartość nie większą niż {le}.": "“{label}” must be {le} or less.",
    "W polu „{label}” wpisz wielokrotność {multiple_of}.": (
        "“{label}” must be a multiple of {multiple_of}."
    ),
    "W polu „{label}” wybierz tak albo nie.": "Choose yes or no in “{label}”.",
    "W polu „{label}” wpisz datę.": "“{label}” must be a date.",
    "W polu „{label}” wpisz prawdziwą datę, na przykład 27 3 2026.": (
        "“{label}” must be a real date, for example 27 3 2026."
    ),
    "W polu „{label}” wpisz samą datę, bez godziny.": "“{label}” must be a date without a time.",
    "W polu „{label}” wpisz datę z przeszłości.": "“{label}” must be in the past.",
    "W polu „{label}” wpisz datę z przyszłości.": "“{label}” must be in the future.",
    "W polu „{label}” wpisz datę i godzinę.": "“{label}” must be a date and a time.",
    "W polu „{label}” wpisz datę i godzinę, na przykład 2026-03-27 14:05.": (
        "“{label}” must be a date and a time, for example 2026-03-27 14:05."
    ),
    "W polu „{label}” podaj godzinę ze strefą czasową.": "“{label}” must name its time zone.",
    "W polu „{label}” wpisz godzinę, na przykład 14:05.": (
        "“{label}” must be a time, for example 14:05."
    ),
    "W polu „{label}” wpisz czas trwania, na przykład 1:30.": (
        "“{label}” must be a duration, for example 1:30."
    ),
    "Wartość „{label}” nie jest identyfikatorem. Wróć i wybierz pozycję z listy.": (
        "“{label}” is not an identifier. Go back and choose from the list."
    ),
    "W polu „{label}” wybierz jedną z podanych możliwości.": (
        "Choose one of the given options in “{label}”."
    ),
    "W polu „{label}” podaj listę wartości.": "“{label}” must be a list of values.",
    "W polu „{label}” zaznacz albo dodaj co najmniej jedną pozycję.": (
        "Choose or add at least one item in “{label}”."
    ),
    "W polu „{label}” dodaj, czego brakuje; najmniej pozycji: {min_length}.": (
        "“{label}” must have at least {min_length} items."
    ),
    "W polu „{label}” usuń, czego jest za dużo; najwięcej pozycji: {max_length}.": (
        "“{label}” must have at most {max_length} items."
    ),
    "Usuń pole „{label}”, którego tu nie ma.": "Remove “{label}”, which does not belong here.",
    "Treść nie jest poprawnym dokumentem JSON. Popraw ją i wyślij ponownie.": (
        "The body is not valid JSON. Correct it and send it again."
    ),
    "W polu „{label}” podaj obiekt JSON.": "“{label}” must be a JSON object.",
    "W polu „{label}” wpisz datę z lat 1880–2199.": (
        "Enter a date of the years 1880 to 2199 in “{label}”."
    ),
    "W polu „{label}” wpisz miesiąc z lat 1880–2199, na przykład 2026-02.": (
        "Enter a month of the years 1880 to 2199 in “{label}”, for example 2026-02."
    ),
    "Popraw pole „{label}”.": "Correct “{label}”.",
}
