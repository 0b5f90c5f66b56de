"""What the words about persons and households are called on pages, in Polish and in English."""

from services.intake.values import Relation, ResidenceTitle, WithoutDocument

RESIDENCE_TITLE = {
    ResidenceTitle.EU_CITIZEN: "Obywatel UE z prawem pobytu",
    ResidenceTitle.PERMANENT: "Zezwolenie na pobyt stały",
    ResidenceTitle.LONG_TERM_EU: "Pobyt rezydenta długoterminowego UE",
    ResidenceTitle.TEMPORARY: "Zezwolenie na pobyt czasowy",
    ResidenceTitle.REFUGEE: "Status uchodźcy",
    ResidenceTitle.SUBSIDIARY: "Ochrona uzupełniająca",
    ResidenceTitle.HUMANITARIAN: "Pobyt ze względów humanitarnych",
    ResidenceTitle.TOLERATED: "Pobyt tolerowany",
    ResidenceTitle.TEMPORARY_PROTECTION: "Ochrona czasowa",
}
WITHOUT_DOCUMENT = {
    WithoutDocument.NEWBORN: "Noworodek bez numeru PESEL",
    WithoutDocument.HOMELESS: "Osoba bezdomna bez dokumentów",
    WithoutDocument.OTHER: "Inna przyczyna",
}
RELATION = {
    Relation.SELF: "Klient",
    Relation.SPOUSE: "Małżonek",
    Relation.PARTNER: "Partner",
    Relation.CHILD: "Dziecko",
    Relation.PARENT: "Rodzic",
    Relation.SIBLING: "Rodzeństwo",
    Relation.GRANDPARENT: "Dziadek lub babcia",
    Relation.GRANDCHILD: "Wnuk lub wnuczka",
    Relation.OTHER: "Inna osoba",
}
FIELD = {
    "given_names": "Imiona",
    "family_name": "Nazwisko",
    "birth_date": "Data urodzenia",
    "sex": "Płeć",
    "address": "Adres",
    "phone": "Telefon",
    "teryt": "Kod TERYT gminy",
    "citizenship": "Obywatelstwo",
    "residence_title": "Podstawa pobytu",
    "last_address": "Ostatni adres stały",
    "language": "Język",
    "accessibility_need": "Potrzeba dostępności",
    "identifier": "Rodzaj dokumentu",
    "household_relation": "Kim jest w gospodarstwie",
    "household_since": "W gospodarstwie od dnia",
    "merge": "Połączony wpis",
}
"""What a corrected field is called in the history."""

PERSON_ENGLISH = {
    "Obywatel UE z prawem pobytu": "EU citizen with the right of residence",
    "Zezwolenie na pobyt stały": "Permanent residence permit",
    "Pobyt rezydenta długoterminowego UE": "EU long-term resident",
    "Zezwolenie na pobyt czasowy": "Temporary residence permit",
    "Status uchodźcy": "Refugee status",
    "Ochrona uzupełniająca": "Subsidiary protection",
    "Pobyt ze względów humanitarnych": "Stay for humanitarian reasons",
    "Pobyt tolerowany": "Tolerated stay",
    "Ochrona czasowa": "Temporary protection",
    "Noworodek bez numeru PESEL": "Newborn without a PESEL",
    "Osoba bezdomna bez dokumentów": "Homeless person without documents",
    "Inna przyczyna": "Another reason",
    "Partner": "Partner",
    "Dziecko": "Child",
    "Rodzeństwo": "Sibling",
    "Dziadek lub babcia": "Grandparent",
    "Wnuk lub wnuczka": "Grandchild",
    "Podstawa pobytu": "Residence title",
    "Ostatni adres stały": "Last permanent address",
    "Połączony wpis": "Merged entry",
    "PESEL różni się jedną cyfrą": "the PESEL differs by one digit",
    "ten sam rok urodzenia i podobne nazwisko": "the same birth year and a similar name",
    "podobna data urodzenia i podobne nazwisko": "a similar birth date and a similar name",
    "ta sama data urodzenia": "the same birth date",
    "podobny adres": "a similar address",
    "Osoby": "Persons",
    "Znajdź osobę": "Find a person",
    "Kogo szukasz": "Whom you look for",
    "Nazwisko, PESEL, data urodzenia lub adres; wyniki pojawiają się podczas pisania": (
        "Name, PESEL, birth date or address; results appear as you type"
    ),
    "Szukaj": "Search",
    "Znaleziono: {number}": "Found: {number}",
    "Nikogo takiego nie ma w rejestrze. Sprawdź pisownię albo zarejestruj nową osobę.": (
        "Nobody like this is registered. Check the spelling, or register a new person."
    ),
    "Numer PESEL jest nieprawidłowy. Szukamy też numerów, które różnią się jedną cyfrą.": (
        "The PESEL is not valid. Numbers that differ by one digit are searched too."
    ),
    "Zarejestruj nową osobę": "Register a new person",
    "Nowa osoba": "New person",
    "Zarejestruj": "Register",
    "Dane osoby": "The person's data",
    "Dokument": "Document",
    "kończy się na {end}": "ends in {end}",
    "Matka": "Mother",
    "Wpis przeniesiono z systemu {source}": "This entry was taken over from {source}",
    "Oś czasu": "Timeline",
    "Sprostuj dane": "Correct the data",
    "Sprostuj numer dokumentu": "Correct the document's number",
    "Oznacz numer jako błędny": "Mark the number as wrong",
    "Właściwego numeru jeszcze nie znamy": "The right number is not known yet",
    "Połącz z innym wpisem": "Merge with another entry",
    "Połącz wpisy": "Merge the entries",
    "Połączone wpisy": "Merged entries",
    "Cofnij połączenie": "Undo the merge",
    "Cofnięcie połączenia": "Undoing the merge",
    "Cofnij połączenie z wpisem": "Undo the merge with the entry",
    "Zarejestruj noworodka": "Register a newborn",
    "Noworodek, matka: {name}": "Newborn, mother: {name}",
    "Noworodka zarejestrujesz ze strony jego matki.": (
        "A newborn is registered from the page of the mother."
    ),
    "Gospodarstwo domowe": "Household",
    "Obecne gospodarstwo domowe": "The present household",
    "Dziś nie należy do żadnego gospodarstwa domowego.": "Belongs to no household today.",
    "Zapisz gospodarstwo domowe": "Record a household",
    "Wcześniejsze gospodarstwa domowe": "Earlier households",
    "od {since}": "since {since}",
    "Historia sprostowań": "History of corrections",
    "Danych jeszcze nie prostowano.": "Nothing has been corrected yet.",
    "Było": "Was",
    "Jest": "Is",
    "Dlaczego": "Why",
    "Kto i kiedy": "Who and when",
    "Co": "What",
    "brak": "none",
    "Podstawa sprostowania": "Ground of the correction",
    "Na przykład okazany dokument": "For example the document shown",
    "Zmień tylko to, co jest inne; poprzednie dane zostaną w historii.": (
        "Change only what is different; what was there before stays in the history."
    ),
    "Z czego to wynika": "What shows it",
    "Na przykład dokument, oświadczenie, akt stanu cywilnego": (
        "For example a document, a statement, a civil-status record"
    ),
    "Wpis, który łączysz": "The entry that you merge",
    "Zostaje wpis: {name}": "The entry that stays: {name}",
    "Wybrany wpis będzie prowadził do tej osoby. Połączenie można cofnąć.": (
        "The chosen entry will lead to this person. A merge can be undone."
    ),
    "Wybierz osobę z listy": "Choose a person from the list",
    "Najpierw znajdź i wybierz osobę.": "First find and choose a person.",
    "Skład w czasie": "Composition over time",
    "Kim jest": "Relation",
    "Osoba": "Person",
    "Od": "From",
    "Do": "To",
    "nadal": "still",
    "Dodaj osobę": "Add a person",
    "Zapisz odejście": "Record a departure",
    "Kto odszedł": "Who left",
    "Od dnia": "From the day",
    "Pierwszy dzień bez tej osoby": "The first day without the person",
    "Zakończ gospodarstwo": "End the household",
    "Pierwszy dzień, od którego go nie ma": "The first day without it",
    "To gospodarstwo domowe już nie istnieje.": "This household does not exist any more.",
    "Skład na dzień": "Composition on the day",
    "Pokaż": "Show",
    "Nikt nie należy tego dnia do tego gospodarstwa.": "Nobody belongs to it on that day.",
    "Gospodarstwo domowe osoby: {name}": "The household of {name}",
    "Mieszka i gospodaruje samotnie; kolejne osoby dodasz na następnej stronie.": (
        "Lives and keeps house alone; add others on the next page."
    ),
    "Dwie litery, na przykład PL albo UA": "Two letters, for example PL or UA",
    "Dlaczego bez dokumentu": "Why without a document",
    "Tylko gdy wybrano „Brak dokumentu”": "Only with “No document”",
    "Ostatni adres: ulica i numer": "Last address: street and number",
    "Ostatni adres: kod pocztowy": "Last address: postal code",
    "Ostatni adres: miejscowość": "Last address: town",
    "Matka noworodka": "The newborn's mother",
    "Tylko gdy osoba nie ma numeru PESEL": "Only without a PESEL",
    "Ostatni adres zameldowania na pobyt stały": "The last address of permanent registration",
    "Numer dokumentu": "Number of the document",
    "Wróć do osoby": "Back to the person",
    "Kim jest w gospodarstwie": "Relation in the household",
    "W gospodarstwie od dnia": "In the household from the day",
    "Sprostuj wpis: {name}": "Correct the entry: {name}",
    "Sprostuj wpis": "Correct the entry",
    "Wróć do gospodarstwa": "Back to the household",
    "Dane do usunięcia": "Data to be taken out",
    "W polu „{label}” wpisz numer telefonu albo pomiń to pole.": (
        "Enter a phone number in “{label}”, or leave the field out."
    ),
    (
        "W polu „{label}” wpisz numer telefonu. Jeśli numer nie jest już znany, pomiń to pole"
        " i wymień „phone” wśród danych do usunięcia (cleared)."
    ): (
        "Enter a phone number in “{label}”. If the number is not known any more, leave the field"
        " out and name “phone” in what is `cleared`."
    ),
    "Podaj ulicę, kod pocztowy i miejscowość albo zostaw adres pusty.": (
        "Give street, postal code and town, or leave the address empty."
    ),
    "Telefon i adres usuniesz, gdy wyczyścisz ich pola; inne puste pola niczego nie zmieniają.": (
        "Empty their fields to take out phone and address; other empty fields change nothing."
    ),
    "Zapisano inaczej. Razem z numerem zmieni się:": (
        "The register says something else. Together with the number this is corrected:"
    ),
    "Data urodzenia i płeć wynikają z numeru PESEL. Jeśli zapisano inne, sprostujemy je razem"
    " z numerem.": (
        "Birth date and sex follow from the PESEL. Where the register says something else, they"
        " are corrected together with the number."
    ),
}
"""What the texts of these pages are in English."""
