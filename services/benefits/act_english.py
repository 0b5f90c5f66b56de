"""What the pages of a case and of its acts say in English."""

from __future__ import annotations

_CHOICES: dict[str, str] = {
    "gmina": "commune",
    "krewny": "relative",
    "mieszkaniec": "resident",
    "nikogo jeszcze nie wpisano": "nobody is registered yet",
    "odmowa zgody": "consent refused",
    "osoba, której dotyczy sprawa": "the person whom the case is about",
    "podpis osoby albo przedstawiciela": "signature of the person or representative",
    "adres zamieszkania": "address",
    "dane osoby (imię, nazwisko, PESEL)": "identity of the person (name, PESEL)",
    "określenie, jakiej pomocy dotyczy wniosek": "which help is applied for",
    "pełnomocnictwo albo dowód umocowania": "power of attorney",
    "przedstawiciel ustawowy": "statutory representative",
    "sąd": "court",
    "zgoda": "consent",
    "zgoda osoby, której wniosek dotyczy": "consent of the person concerned",
    "zaświadczenie o dochodach": "certificate of income",
    "zaświadczenie lekarskie albo orzeczenie": "medical certificate",
    "przychodnia albo lekarz": "clinic or doctor",
    "zespół do spraw orzekania o niepełnosprawności": "disability assessment board",
    "ZUS": "ZUS",
    "KRUS": "KRUS",
    "urząd skarbowy": "tax office",
    "pracodawca": "employer",
    "szkoła": "school",
    "inna instytucja": "another institution",
    "z naszej inicjatywy, klient o tym wie": "on our initiative, the client knows",
    "na życzenie klienta": "as the client wishes",
    "w miejscu zamieszkania": "where the person lives",
    "w miejscu pobytu (szpital, schronisko, dom bliskich)": (
        "where the person stays (hospital, shelter, with relatives)"
    ),
    "w ośrodku albo gdzie indziej, za zgodą kierownika": (
        "at the centre or elsewhere, with the head's consent"
    ),
    "samodzielnie": "alone",
    "przy wsparciu pracy socjalnej": "with the support of social work",
    "korzystając z innych usług": "with other services",
    "dziecko": "child",
    "rodzic": "parent",
    "wnuk": "grandchild",
    "dziadek albo babcia": "grandparent",
    "brat albo siostra": "sibling",
    "inna osoba zobowiązana": "another obliged person",
    "sprawa załatwiona": "the matter is settled",
    "odmowa jest ostateczna": "the refusal is final",
    "zgon klienta": "the client died",
    "klient się wyprowadził": "the client moved away",
    "nowe okoliczności po decyzji (art. 106 ust. 5)": "new circumstances since (art. 106(5))",
    "postępowanie zawieszone": "the proceeding is suspended",
    "mediacja": "mediation",
    "opóźnienie z winy strony": "delay of the party",
    "przyczyna niezależna od urzędu": "a cause that is not the office's",
    "brak powodu przyznania pomocy (art. 7)": "no reason for help (art. 7)",
    "własne uprawnienia i zasoby wystarczą (art. 2)": "own means are enough (art. 2)",
    "niezbędne potrzeby są zaspokojone (art. 3)": "necessary needs are met (art. 3)",
    "dochód powyżej kryterium (art. 8)": "income above the criterion (art. 8)",
    "dysproporcja dochodu i majątku (art. 12)": "income and assets disagree (art. 12)",
    "niespełnione warunki świadczenia (art. 36)": "conditions not met (art. 36)",
    "brak współdziałania (art. 11 ust. 2)": "no cooperation (art. 11(2))",
    "marnotrawienie świadczeń lub środków (art. 11 ust. 1)": "waste (art. 11(1))",
    "odmowa wywiadu środowiskowego (art. 107 ust. 4a)": "interview refused (art. 107(4a))",
    "zmiana sytuacji (art. 106 ust. 5)": "changed circumstances (art. 106(5))",
    "ograniczone środki ośrodka (art. 3 ust. 4)": "limited means of the centre (art. 3(4))",
    "świadczenie nienależnie pobrane (art. 98)": "benefit received unduly (art. 98)",
    "wycofanie wniosku (art. 105 § 2 k.p.a.)": "application withdrawn (KPA 105 § 2)",
    "postępowanie bezprzedmiotowe (art. 105 § 1 k.p.a.)": "nothing to decide (KPA 105 § 1)",
    "Część I: pierwszy wywiad": "Part I: first interview",
    "Część II: osoba zobowiązana do alimentacji": "Part II: person obliged to support",
    "Część III: poszkodowani w zdarzeniu losowym lub klęsce": "Part III: victims of a disaster",
    "Część IV: aktualizacja": "Part IV: update",
}
_WHY: dict[str, str] = {
    "Pomoc przysługuje, gdy trudna sytuacja wynika z jednego z powodów wymienionych w ustawie "
    "albo z innego, równie ważnego. Bez powodu nie ma podstawy do pomocy.": (
        "Help is due where the hard situation has one of the reasons that the act names, or "
        "another as weighty. Without a reason there is no ground for help."
    ),
    "Pomoc społeczna uzupełnia własne możliwości. Sprawdź, czy osoba nie ma uprawnień albo "
    "rzeczy, z których może skorzystać: emerytury, renty, alimentów, mieszkania do wynajęcia.": (
        "Social assistance adds to one's own means. Check for entitlements and things that the "
        "person could use: a pension, maintenance, a flat to let."
    ),
    "Chodzi o umiejętności, zdrowie, relacje i inne możliwości, które pomogą wyjść z trudnej "
    "sytuacji. Rozpoznaje je pracownik socjalny.": (
        "Skills, health, relations and other capabilities that help out of the hard situation. The "
        "social worker recognises them."
    ),
    "Od tego zależy, ile i jakiej pomocy potrzeba, aby osoba żyła w warunkach "
    "odpowiadających godności człowieka.": (
        "On this depends how much help, and which, the person needs to live with dignity."
    ),
    "Porównaj ustalony dochód z kryterium. Przy niektórych świadczeniach dochód powyżej "
    "kryterium nie wyklucza pomocy, ale zmienia jej warunki.": (
        "Compare the income with the criterion. For some benefits an income above it changes the "
        "conditions only."
    ),
    "Jeśli majątek wyraźnie nie pasuje do dochodu, można odmówić pomocy. Uzasadnij odpowiedź "
    "tym, co widać w wywiadzie i w oświadczeniu o stanie majątkowym.": (
        "Where assets plainly do not fit the income, help may be refused. Give the reasons from "
        "the interview and the statement of assets."
    ),
    "Każde świadczenie ma własne warunki, na przykład niezdolność do pracy albo konkretną "
    "potrzebę. Od nich zależy też wysokość pomocy.": (
        "Each benefit has conditions of its own, such as inability to work or a certain need. Its "
        "size depends on them too."
    ),
    "Osoba, która korzysta z pomocy, współdziała w rozwiązywaniu swojej sytuacji. Brak "
    "współdziałania może być podstawą odmowy albo wstrzymania świadczenia.": (
        "Whoever gets help cooperates in solving the situation. Not to cooperate may be a ground "
        "to refuse or suspend."
    ),
    "Pytanie o to, czy przyznana pomoc i własne pieniądze idą na to, na co są potrzebne. "
    "Odpowiedź należy do monitorowania świadczenia.": (
        "Whether the help and one's own money go where they are needed. The answer belongs to the "
        "monitoring of the benefit."
    ),
}
_FIELDS: dict[str, str] = {
    "Co": "What",
    "Co i jak podlega zwrotowi": "What is paid back, and how",
    "Co wydano": "What was delivered",
    "Dieta": "Diet",
    "Do kogo dzwonić": "Whom to call",
    "Dzień nadania lub złożenia": "Day of posting or bringing",
    "Dzień postanowienia": "Day of the order",
    "Dzień wydania": "Day of delivery",
    "Ilość": "Quantity",
    "Kim jest": "Who that is",
    "Kto": "Who",
    "Kwota do zwrotu": "Amount to be paid back",
    "Lekarz": "Doctor",
    "Leki": "Medicines",
    "Na co uważać": "What to watch for",
    "Odpowiedź SKO": "The board's answer",
    "Pod warunkiem zwrotu (art. 41 pkt 2) albo jako pożyczka (art. 43)": (
        "On condition of repayment (art. 41(2)), or as a loan (art. 43)"
    ),
    "Potrzeby zdrowotne": "Health needs",
    "Praca od dnia": "Works since",
    "Przedstawiciel ustawowy": "Statutory representative",
    "Sprzęt pomocniczy": "Aids",
    "Strona prosi o przywrócenie terminu": "The party asks for the term to be restored",
    "Sygnatura orzeczenia": "Number of the ruling",
    "Telefon": "Telephone",
    "W jakiej roli": "In which role",
    "Wartość w zł": "Worth in PLN",
    "Wersja projektu": "Version of the draft",
    "Aktualizacja": "Update",
    "Co dodać do uzasadnienia": "What to add to the reasons",
    "Co orzekło Kolegium": "What the board ruled",
    "Co poprawić": "What to correct",
    "Co się stało": "What happened",
    "Co strona powiedziała": "What the party said",
    "Co z niego wynika": "What it says",
    "Czego brakuje we wniosku": "What the application lacks",
    "Czego dotyczy": "What it is about",
    "Czy klient współdziałał": "Whether the client cooperated",
    "Część wywiadu": "Part of the interview",
    "Decyzja, której dotyczy": "The decision it follows",
    "Dlaczego aktualizacja": "Why an update",
    "Dlaczego nie można czekać": "Why it cannot wait",
    "Dlaczego osobno, jeśli wizyta miała być wspólna": "Why not together, as was wanted",
    "Dlaczego projekt jest wycofywany": "Why the draft is withdrawn",
    "Dlaczego sprawa się kończy": "Why the case ends",
    "Dni": "Days",
    "Do kiedy strona może się wypowiedzieć": "Until when the party may comment",
    "Do kiedy uzupełnić": "To be completed by",
    "Dochód i wydatki": "Income and expenses",
    "Dochód własny osoby, jeśli żyje w rodzinie": "The person's own income, if in a family",
    "Dzień doręczenia": "Day of the delivery",
    "Dzień odmowy": "Day of the refusal",
    "Dzień otrzymania": "Day it came",
    "Dzień pierwszego awiza": "Day of the first notice",
    "Dzień powtórnego awiza": "Day of the second notice",
    "Dzień rozstrzygnięcia": "Day of the ruling",
    "Dzień wywiadu": "Day of the interview",
    "Dzień zawiadomienia strony": "Day the party was told",
    "Dzień żądania strony": "Day of the party's request",
    "Godzin dziennie": "Hours a day",
    "Ile minut trwał wywiad": "How many minutes it took",
    "Ile osób liczy jej gospodarstwo": "Size of their household",
    "Imię i nazwisko osoby zobowiązanej": "Name of the obliged person",
    "Gdzie i kiedy odbędzie się wywiad, i dlaczego": "Where and when it is held, and why",
    "Jak je wręczono": "How it was handed over",
    "Pouczenie o skutkach": "Instruction on the consequences",
    "Pracownik socjalny": "Social worker",
    "Skierowanie": "Referral",
    "Zespół pracy socjalnej": "Social-work team",
    "Jak klient może rozwiązać trudną sytuację": "How the client can solve the situation",
    "Jakiej pomocy może udzielić": "What help they can give",
    "Kiedy dowiedziano się o podstawie": "When the ground became known",
    "Kiedy to się stało": "When it happened",
    "Kogo pytamy": "Whom we ask",
    "Kontakt klienta do dnia": "The client makes contact by",
    "Kto ile płaci": "Who pays how much",
    "Kto poprowadzi sprawę": "Who will lead the case",
    "Miejsce": "Place",
    "Mienie było ubezpieczone": "The property was insured",
    "Miesiąc, za który liczy się dochód": "The month that counts",
    "Miesiące": "Months",
    "Miesięczny dochód jej gospodarstwa": "Income of their household a month",
    "Na co przeznaczona jest pomoc": "What the help is for",
    "Na czym opiera się odpowiedź": "What the answer rests on",
    "Na czym polega wada": "What the defect is",
    "Na czym polegała odmowa": "How it was refused",
    "Na żądanie strony": "At the party's request",
    "Nazwa części na używanym formularzu": "What the form calls this part",
    "Numer orzeczenia": "Number of the ruling",
    "O co prosimy pracownika socjalnego": "What the social worker is asked for",
    "O co pytamy": "What we ask",
    "Ocena sytuacji (punkt III)": "Assessment (point III)",
    "Od kogo pochodzi dowód": "Who gave it",
    "Odpowiedź do dnia": "Answer by",
    "Odpowiedź na prośbę": "Answer to the request",
    "Orzeczenie Kolegium co do istoty": "The board's own ruling",
    "Osoba": "Person",
    "Osoba zobowiązana do pomocy": "Person obliged to support",
    "Podstawa rozstrzygnięcia": "Ground of the decision",
    "Podstawa wznowienia": "Ground of the reopening",
    "Pomoc otrzymana od innych": "Help from others",
    "Potrzeby i oczekiwania": "Needs and expectations",
    "Powody (art. 7)": "Reasons (art. 7)",
    "Powód powrotu": "Why we return",
    "Powód przekazania": "Why it is transferred",
    "Praca i źródła utrzymania": "Work and livelihood",
    "Proponowana kwota": "Proposed amount",
    "Przyczyna": "Cause",
    "Rodzaj decyzji": "Kind of decision",
    "Rygor natychmiastowej wykonalności": "Immediately enforceable",
    "Skąd wiadomo, że pomoc jest potrzebna": "How it is known that help is needed",
    "Skład rodziny i gospodarstwo domowe": "Family and household",
    "Sposób doręczenia": "How it was delivered",
    "Sprawa jest pilna": "The case is urgent",
    "Straty": "Losses",
    "Kto odpowiada": "Who answers",
    "Ustalenia wywiadu": "What the interview found",
    "Uzasadnienie rygoru": "Why immediately",
    "Uzgodniony zakres współpracy": "What was agreed",
    "Warunki mieszkaniowe": "Housing",
    "Wnioski pracownika (punkt VII)": "The worker's conclusions (point VII)",
    "Wspólnie z pracownikiem socjalnym": "Together with the social worker",
    "Wynik odwołania": "Result of the appeal",
    "Właściwy organ": "The authority that has jurisdiction",
    "Z czyjej inicjatywy": "On whose initiative",
    "Zakres usługi": "Scope of the service",
    "Zdarzenie i straty": "Event and losses",
    "Zdrowie i niepełnosprawność": "Health and disability",
    "Zwyczaje i upodobania": "Habits and likes",
    "Żądanie uwzględnione w całości, bez uzasadnienia": "Granted in full, without reasons",
}
_HINTS: dict[str, str] = {
    "Tylko gdy wiadomo, kto pracuje z klientem albo będzie pracować": (
        "Only where it is known who works with the client, or will"
    ),
    "Klient przeczyta je na skierowaniu": "The client reads it on the referral",
    "Co najmniej siedem dni po pierwszym awizie": "Seven days after the first notice, or more",
    "Decyzja działa od doręczenia, odwołanie jej nie wstrzymuje (art. 108 k.p.a.)": (
        "It works from its delivery, an appeal does not stop it (KPA 108)"
    ),
    "Decyzja jest ostateczna od doręczenia (art. 107 § 4 i art. 127 § 1a k.p.a.)": (
        "Final from its delivery (KPA 107 § 4, 127 § 1a)"
    ),
    "Puste pole oznacza dochód, z którego ostatnio wyliczono świadczenie w tej sprawie": (
        "Left empty it means the income that the benefit was last calculated from in this case"
    ),
    "Tylko gdy zgodę zastępuje orzeczenie sądu": "Only where a ruling stands for the consent",
    "W złotych na miesiąc; pomoc jednorazowa w całości": "PLN a month; help given once, in all",
    "Tylko jeśli Kolegium uchyliło decyzję i samo orzekło (art. 138 § 1 pkt 2)": (
        "Only if the board reversed and ruled itself (KPA 138 § 1 pkt 2)"
    ),
    "Tylko jeśli strona tego zażądała": "Only if the party asked for it",
    "Tylko przy doręczeniu zastępczym (art. 44 k.p.a.)": "Only if deemed delivered (KPA 44)",
}
_ABOUT: dict[str, str] = {
    "Autor projektu zobaczy Twoje uwagi w swojej pracy.": "The author will see your remarks.",
    "Bez zgody nie kieruje się do domu ani w nim nie umieszcza, chyba że orzeknie tak sąd "
    "(art. 54 i 55 ustawy o pomocy społecznej).": (
        "Without consent nobody is referred to a home or placed in one, unless a court rules so "
        "(art. 54 and 55 of the Social Assistance Act)."
    ),
    "Decyzja pozostaje ostateczna, a jej wykonanie trwa (art. 130 k.p.a.). Odwołanie trzeba "
    "w ciągu siedmiu dni przekazać Samorządowemu Kolegium Odwoławczemu, które przywróci termin "
    "albo stwierdzi jego uchybienie (art. 58, 59 i 134 k.p.a.).": (
        "The decision stays final and its execution goes on (KPA 130). The appeal has to be with "
        "the board within seven days, which restores the term or states that it was missed."
    ),
    "Gdy trwa kontrakt socjalny, zasiłek przysługuje mimo pracy jeszcze najwyżej dwa miesiące "
    "(art. 39a ust. 2 ustawy o pomocy społecznej).": (
        "While a social contract holds, the benefit goes on despite work for two months at most "
        "(art. 39a(2) of the Social Assistance Act)."
    ),
    "Jeśli Kolegium przywróciło termin, decyzja przestaje być ostateczna i czeka na "
    "rozstrzygnięcie odwołania; co już wykonano, pozostaje do tego czasu. W innym wypadku nic się "
    "nie zmienia.": (
        "Where the board restored the term, the decision is final no more and waits for the ruling "
        "on the appeal; what was carried out stays until then. Else nothing changes."
    ),
    "Karta pójdzie do domu razem z decyzją o umieszczeniu. Dom nie zbiera tych danych drugi raz.": (
        "The sheet goes to the home with the placement decision. The home does not ask again."
    ),
    "Najpierw ustal w sprawie dochód po zmianie. Zmiana, która nie przekracza 10% kryterium, "
    "nie wpływa na kwotę; przy większej program wskaże, od którego miesiąca działa. Kroki wejdą "
    "do uzasadnienia decyzji (art. 106 ust. 3b ustawy o pomocy społecznej).": (
        "Establish the income after the change in the case first. A change not above 10% of the "
        "criterion leaves the amount; of a greater one the month is told from which it works. The "
        "steps go into the reasons of the decision (art. 106(3b))."
    ),
    "Odwołanie idzie z aktami i z prośbą o przywrócenie terminu, jeśli strona ją złożyła. "
    "Decyzja pozostaje ostateczna do odpowiedzi Kolegium.": (
        "The appeal goes with the file, and with the request to restore the term if the party made "
        "one. The decision stays final until the board answers."
    ),
    "Program porówna dochód z kryterium i powie, czy pomoc przysługuje bez zwrotu.": (
        "The program compares the income with the criterion and tells whether the help is free."
    ),
    "Zapis zastępuje wypłatę. Rzecz wydaje się raz, posiłki i schronienie zapisuje się raz "
    "na miesiąc.": (
        "The record takes the place of a payment. A thing is delivered once, meals and shelter "
        "are recorded once a month."
    ),
    "Zrób to, gdy braków nie uzupełniono w terminie. Sprawa zakończy się bez decyzji; strona "
    "może złożyć nowy wniosek (art. 64 § 2 k.p.a.).": (
        "For when nothing came in time. The case ends without a decision; the party may apply "
        "again (KPA 64 § 2)."
    ),
    "Decyzja stanie się ostateczna z dniem, w którym oświadczenie strony wpłynęło do organu "
    "(art. 127a k.p.a.).": (
        "The decision becomes final on the day the party's statement reached the office (KPA 127a)."
    ),
    "Decyzja zadziała od razu, odwołanie jej nie wstrzyma (art. 108 § 2 k.p.a.).": (
        "The decision works at once, an appeal will not stop it (KPA 108 § 2)."
    ),
    "Instytucja dostanie imię, nazwisko i datę urodzenia klienta oraz pytanie.": (
        "The institution gets the client's name and date of birth, and the question."
    ),
    "Kto poprawia projekt, nie może go potem podpisać.": "Whoever corrects it may not sign it.",
    "Zrób to, gdy materiał jest zebrany: wywiad, zaświadczenia i odpowiedzi na pytania. Potem "
    "można przygotować projekt decyzji.": (
        "For when everything is there: interview, certificates, answers. Then a decision can be "
        "drafted."
    ),
    "Najpierw płaci mieszkaniec, potem małżonek, zstępni, wstępni, na końcu gmina (art. 61 "
    "ustawy o pomocy społecznej).": (
        "The resident pays first, then spouse, descendants, ascendants, at last the gmina "
        "(art. 61)."
    ),
    "Od doręczenia strona ma 14 dni na odwołanie (art. 129 § 2 k.p.a.).": (
        "From the delivery on the party has 14 days to appeal (KPA 129 § 2)."
    ),
    "Odmowa wywiadu jest podstawą odmowy świadczenia, wstrzymania go albo uchylenia decyzji "
    "(art. 107 ust. 4a ustawy o pomocy społecznej).": (
        "A refused interview is a ground to refuse, suspend or revoke (art. 107(4a))."
    ),
    "Odpowiedź „nie” otworzy przegląd świadczenia. Niczego nie wstrzyma bez decyzji.": (
        "“No” opens a review of the benefit. It stops nothing without a decision."
    ),
    "Odwołanie idzie z całymi aktami. Kolegium ma miesiąc na rozstrzygnięcie.": (
        "The appeal goes with the whole file. The board has a month."
    ),
    "Odwołanie trzeba uwzględnić w całości albo przekazać Samorządowemu Kolegium "
    "Odwoławczemu w ciągu siedmiu dni (art. 132 i 133 k.p.a.).": (
        "Grant the appeal in full or forward it to the board within seven days (KPA 132, 133)."
    ),
    "Osoba, która poprowadzi sprawę, zobaczy ją w swojej pracy.": (
        "Whoever leads the case will see it in their work."
    ),
    "Otworzy się przegląd świadczenia z powodu okoliczności po decyzji (art. 106 ust. 5 "
    "ustawy o pomocy społecznej).": (
        "A review of the benefit opens, for what happened since the decision (art. 106(5))."
    ),
    "Podpisujesz decyzję. Dostanie numer i nie będzie jej już można zmienić; pracownik "
    "doręczy ją stronie.": (
        "You sign the decision. It gets its number and cannot be changed any more; the worker "
        "delivers it."
    ),
    "Powstanie plan wypłat albo zlecenie usługi, zgodnie z decyzją.": (
        "A plan of payments or an order of the service follows, as the decision says."
    ),
    "Program policzy odpłatność za godzinę według uchwały i pokaże każdy krok. Za "
    "specjalistyczne usługi dla osób z zaburzeniami psychicznymi liczy według tabeli "
    "rozporządzenia i ceny ośrodka.": (
        "The fee of an hour is calculated by the council's table, with every step; of specialist "
        "care for people with mental disorders by the ordinance's table and the centre's price."
    ),
    "Program policzy, ile przysługuje przy ustalonym dochodzie, i pokaże każdy krok.": (
        "What is due at this income is calculated, with every step."
    ),
    "Projekt podpisze osoba upoważniona; autor projektu nie może go podpisać.": (
        "An authorised person signs the draft; its author may not."
    ),
    "Przed decyzją strona może przejrzeć akta i się wypowiedzieć (art. 10 k.p.a.).": (
        "Before the decision the party may see the file and comment (KPA 10)."
    ),
    "Przy wizycie wspólnej umów dzień z pracownikiem socjalnym.": (
        "Agree the day of a joint visit with the social worker."
    ),
    "Sprawa się tu zakończy. Zawiadom stronę o przekazaniu (art. 65 § 1 k.p.a.).": (
        "The case ends here. Tell the party of the transfer (KPA 65 § 1)."
    ),
    "Sprawa wróci do oceny. Dotychczasowa decyzja działa do czasu nowej.": (
        "The case goes back to its assessment. The present decision holds until the new one."
    ),
    "Sprawa wróci do oceny. Przegląd świadczenia pozostanie otwarty.": (
        "The case goes back to its assessment. A review stays open."
    ),
    "Sprawę dostanie osoba, która prowadzi najmniej środowisk i może prowadzić tę sprawę.": (
        "The case goes to whoever leads the fewest households and may lead it."
    ),
    "Wyślij stronie wezwanie. Na uzupełnienie ma co najmniej siedem dni (art. 64 § 2 k.p.a.).": (
        "Send the party the call. It has seven days or more (KPA 64 § 2)."
    ),
    "Strona nie chce już świadczenia. Następny krok to decyzja o umorzeniu postępowania "
    "(art. 105 § 2 k.p.a.).": (
        "The party does not want the benefit any more. A decision to discontinue is next "
        "(KPA 105 § 2)."
    ),
    "Zrób to, gdy termin odwołania minął i nikt się nie odwołał.": (
        "For when the term of appeal passed and nobody appealed."
    ),
    "Treść dowodu zostaje w aktach świadczenia.": "What it says stays in the benefit file.",
    "Treść wywiadu zostaje w aktach świadczenia.": "What it says stays in the benefit file.",
    "Urząd może tylko uwzględnić odwołanie w całości. Resztę rozstrzyga Kolegium.": (
        "The office may only grant the appeal in full. The board decides the rest."
    ),
    "W tym zespole zakres współpracy uzgadnia pracownik ds. świadczeń.": (
        "In this team the benefits worker agrees the cooperation."
    ),
    "Wniosek jest pełny. Zaczyna się ocena.": "The application is complete. Assessment begins.",
    "Wpisz każdy przychód w osobnym wierszu. Czego nie wlicza się do dochodu, program pominie "
    "sam (art. 8 ust. 4 ustawy o pomocy społecznej).": (
        "One row for each receipt. What is not income is left out by itself (art. 8(4))."
    ),
    "Zaczyna się postępowanie. Jeśli nikt jeszcze nie prowadzi sprawy, poprowadzisz ją Ty.": (
        "The proceeding begins. If nobody leads the case yet, you will."
    ),
    "Zakończy się udział wszystkich, którzy brali w sprawie udział.": (
        "The involvement of everybody who took part ends."
    ),
    "Zespół pracy socjalnej dostanie skierowanie. Odpowie zaświadczeniem nr 4, a jeśli są "
    "niewykorzystane zasoby, także nr 5. Pismo dla klienta (PDF) powstanie w sprawie.": (
        "The social-work team gets the referral. It answers with certificate 4 and, where there "
        "are unused resources, 5. The client's paper (PDF) is made in the case."
    ),
    "Zespół pracy socjalnej dowie się, że klient ma skierowanie. Potwierdzenie odbioru zostaje "
    "w aktach.": (
        "The social-work team hears that the client has the referral. The receipt stays in the "
        "file."
    ),
    "Wywiad odbywa się w miejscu zamieszkania albo pobytu, w dniu roboczym, w godzinach pracy "
    "ośrodka. Zgoda dotyczy jednego wywiadu, uzgodnionego ze stroną.": (
        "An interview is held where the person lives or stays, on a working day, in office hours. "
        "The consent is to one interview that was agreed with the party."
    ),
    "Nikt nie złożył wniosku, ale pomoc jest potrzebna (art. 102 ust. 2 ustawy o pomocy "
    "społecznej). Poprowadzisz tę sprawę Ty. Zawiadom stronę o wszczęciu (art. 61 § 4 k.p.a.).": (
        "Nobody applied, but help is needed (art. 102(2)). You will lead the case. Tell the party "
        "that it began (KPA 61 § 4)."
    ),
}
_DONE: dict[str, str] = {
    "Nadano rygor natychmiastowej wykonalności.": "The decision is immediately enforceable.",
    "Policzono zmianę dochodu. Wynik jest przy świadczeniu.": (
        "The change of income was calculated. The result stands with the benefit."
    ),
    "Potwierdzono wręczenie skierowania.": "The hand-over of the referral was confirmed.",
    "Zapisano zgodę na wywiad w innym miejscu lub czasie.": (
        "The consent to an interview at another place or time was recorded."
    ),
    "Poprawiono projekt.": "The draft was corrected.",
    "Poproszono o dowód.": "Evidence was asked for.",
    "Pozostawiono wniosek bez rozpoznania.": "The application was left unexamined.",
    "Przekazano odwołanie do SKO.": "The appeal was forwarded to the board.",
    "Sprawdzono prawo do pomocy.": "The right to help was checked.",
    "Ustalono, do kiedy trwa wypłata. Przygotuj decyzję.": (
        "It is set until when it is paid. Draft the decision."
    ),
    "Wypełniono kartę mieszkańca.": "The resident sheet was written.",
    "Zapisano spóźnione odwołanie. Przekaż je do SKO.": (
        "The late appeal was recorded. Send it to the board."
    ),
    "Przekazano spóźnione odwołanie do SKO.": "The late appeal was sent to the board.",
    "Zapisano odpowiedź SKO na spóźnione odwołanie.": "The board's answer was recorded.",
    "Przekazano sprawę właściwemu organowi.": "The case was transferred.",
    "Przydzielono sprawę osobie, która prowadzi najmniej środowisk.": (
        "The case went to whoever leads the fewest households."
    ),
    "Przydzielono sprawę.": "The case was assigned.",
    "Przygotowano projekt decyzji.": "The decision was drafted.",
    "Przygotowano projekt kolejnej decyzji.": "A further decision was drafted.",
    "Rozpoczęto ocenę.": "The assessment began.",
    "Rozpoczęto realizację.": "Realisation began.",
    "Skierowano klienta do pracownika socjalnego.": "The client was referred to a social worker.",
    "Stwierdzono ostateczność decyzji.": "The decision is final.",
    "Umówiono wywiad.": "The interview was scheduled.",
    "Ustalono dochód.": "The income was established.",
    "Wezwano do uzupełnienia wniosku.": "The party was called to complete the application.",
    "Wrócono do sprawy.": "The case is open again.",
    "Wszczęto postępowanie z urzędu.": "The proceeding was started.",
    "Wycofano projekt.": "The draft was withdrawn.",
    "Wydano decyzję.": "The decision was issued.",
    "Wyliczono odpłatność.": "The fee was calculated.",
    "Wyliczono opłaty za dom pomocy społecznej.": "The fees for the home were calculated.",
    "Wyliczono świadczenie.": "The benefit was calculated.",
    "Wznowiono postępowanie.": "The proceeding was reopened.",
    "Zakończono ocenę.": "The assessment is complete.",
    "Zamknięto sprawę.": "The case was closed.",
    "Zapisano doręczenie.": "The delivery was recorded.",
    "Zapisano dowód.": "The evidence was recorded.",
    "Zapisano ocenę współdziałania.": "The judgement was recorded.",
    "Zapisano odmowę wywiadu.": "The refusal was recorded.",
    "Zapisano odpowiedź.": "The answer was recorded.",
    "Zapisano odwołanie.": "The appeal was recorded.",
    "Zapisano uzgodniony zakres współpracy.": "What was agreed is recorded.",
    "Zapisano uzupełnienie wniosku. Rozpoczęto ocenę.": "Completed. The assessment began.",
    "Zapisano wycofanie wniosku. Przygotuj decyzję o umorzeniu.": (
        "The withdrawal was recorded. Draft a decision to discontinue."
    ),
    "Zapisano wydanie.": "The delivery was recorded.",
    "Zapisano wynik odwołania.": "The result of the appeal was recorded.",
    "Zapisano wywiad.": "The interview was recorded.",
    "Zapisano zawiadomienie strony.": "The notice to the party was recorded.",
    "Zapisano zrzeczenie się odwołania. Decyzja jest ostateczna.": "Waived; it is final.",
    "Zwrócono projekt do poprawy.": "The draft was returned.",
}
_PAGES: dict[str, str] = {
    "Anuluj": "Cancel",
    "Brakuje we wniosku": "The application lacks",
    "Co trzeba zrobić": "What is to be done",
    "Co z tego wynika": "What it says",
    "czeka na odpowiedź SKO": "waits for the board's answer",
    "Czy wliczono": "Counted",
    "Dalej": "Continue",
    "Decyzja nr {number}": "Decision {number}",
    "Decyzja o opłacie": "Decision on the fee",
    "decyzja nr {number}": "decision {number}",
    "Dochód": "Income",
    "Dowody": "Evidence",
    "Inne czynności w sprawie": "Other acts",
    "Jak ustalono dochód": "How the income was established",
    "Karta mieszkańca (PDF)": "Resident sheet (PDF)",
    "Nie ustalono jeszcze dochodu.": "The income is not established yet.",
    "Od kogo": "From",
    "Odpowiedź pochodzi tylko z zaświadczenia pracownika socjalnego.": (
        "Only the social worker's certificate answers it."
    ),
    "Odwołanie z dnia": "Appeal of",
    "Okres": "Period",
    "Osoby zobowiązane": "Obliged persons",
    "Otrzymano": "Received",
    "Nic już nie brakuje. Załatw sprawę od razu, nie czekaj na koniec terminu (art. 35 § 2 "
    "k.p.a.).": "Nothing is missing any more. Settle the case at once (KPA 35 § 2).",
    "Pisma do strony": "Letters to the party",
    "Pismo (PDF)": "Letter (PDF)",
    "Pozew z {day} (PDF)": "Claim of {day} (PDF)",
    "Skierowania do pracownika socjalnego": "Referrals to a social worker",
    "Skierowanie {number} (PDF)": "Referral {number} (PDF)",
    "Wezwanie do uzupełnienia wniosku (PDF)": "Call to complete the application (PDF)",
    "Zawiadomienie o wszczęciu z urzędu (PDF)": "Notice of the ex officio start (PDF)",
    "Zgoda na wywiad w innym miejscu lub czasie": "Consent to another place or time",
    "kontakt do {day}": "contact by {day}",
    "wręczenia nie potwierdzono": "the hand-over is not confirmed",
    "wręczono {day}": "handed over on {day}",
    "za zgodą: {name}": "with the consent of {name}",
    "Podgląd pisma": "Preview of the letter",
    "Pokaż podgląd pisma": "Preview the letter",
    "Policz na próbę w kalkulatorze": "Try it in the calculator",
    "Ponaglenie z dnia {day}": "Urging complaint of {day}",
    "Powrót do osoby": "Back to the person",
    "Praca socjalna skończyła się {day}: kolejnych zaświadczeń nie będzie.": (
        "Social work ended on {day}: no further certificates will come."
    ),
    "Projekt": "Draft",
    "Projekt decyzji": "Draft of a decision",
    "Przekazana do": "Transferred to",
    "Przydziel sprawę według obciążenia": "Assign the case by load",
    "Przysługuje": "Due",
    "Pytania oceny": "Questions of the assessment",
    "Rozpoczęcie oceny": "Beginning of the assessment",
    "Spóźnione odwołanie": "Late appeal",
    "Strona może się wypowiedzieć do": "The party may comment until",
    "Strona powiedziała": "The party said",
    "Treść pisma": "The letter",
    "Droga do decyzji: wszystko zrobione": "The way to the decision: all is done",
    "Uwagi do projektu": "Remarks on the draft",
    "W aktach nie ma jeszcze wywiadu ani dowodów, na których można oprzeć odpowiedź.": (
        "There is no interview or evidence in the file yet that the answer could rest on."
    ),
    "Wniosek wycofany": "Application withdrawn",
    "Wszcznij postępowanie": "Start the proceeding",
    "Wszcznij postępowanie z urzędu": "Start a proceeding ex officio",
    "Wszczęto z urzędu": "Started ex officio",
    "Wylicz opłaty za dom pomocy społecznej": "Calculate the fees for the home",
    "Wyliczenie": "Calculation",
    "Wywiady i dowody": "Interviews and evidence",
    "z prośbą o przywrócenie terminu": "with a request to restore the term",
    "Zakończenie oceny": "Completion of the assessment",
    "Zamieszkanie w domu": "Living in the home",
    "Zapytano": "Asked",
    "Zaświadczenia pracownika socjalnego": "Certificates of the social worker",
    "Zgoda na pobyt w domu": "Consent to living in the home",
    "Zmień opłaty według nowych umów": "Change the fees by new agreements",
    "Zrobione": "Done",
    "bez odpowiedzi": "no answer",
    "czekamy": "waiting",
    "do zrobienia": "to do",
    "klient": "client",
    "odmowa z dnia {day}": "refused on {day}",
    "później": "later",
    "skierowanie {number}": "referral {number}",
    "termin stoi": "the term stands still",
    "zrobione": "done",
    "{given} z {all}": "{given} of {all}",
}

ENGLISH: dict[str, str] = {
    **_CHOICES, **_WHY, **_FIELDS, **_HINTS, **_ABOUT, **_DONE, **_PAGES,
}  # fmt: skip
