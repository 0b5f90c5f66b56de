"""What the pages of realisation, of terms and of the unit's practice say, in both languages."""

from __future__ import annotations

from services.benefits.act_words import HALT_PL
from services.benefits.deadlines import HaltGround
from services.benefits.realisation.values import Payer, Standing
from services.benefits.timekeeping_events import UrgingGround
from services.benefits.values import CooperationAssessor

BY_WORKER_PL: dict[str, str] = {
    ground: text for ground, text in HALT_PL.items() if ground != HaltGround.DEFECTS
}
"""Why a worker may halt a term; for the completion of an application the call itself does."""

URGING_PL: dict[UrgingGround, str] = {
    UrgingGround.INACTIVITY: "bezczynność: sprawy nie załatwiono w terminie",
    UrgingGround.PROTRACTION: "przewlekłość: sprawa trwa dłużej, niż to niezbędne",
}
STANDING_PL: dict[Standing, str] = {
    Standing.EXPECTED: "oczekiwane",
    Standing.RECEIVED: "przyszło",
    Standing.OVERDUE: "po terminie",
}
JUDGED_PL: dict[Standing, str] = {
    Standing.EXPECTED: "do oceny",
    Standing.RECEIVED: "ocenione",
    Standing.OVERDUE: "po terminie",
}
"""The same where the benefits worker judges cooperation."""
PAYER_PL: dict[Payer, str] = {
    Payer.RESIDENT: "klient",
    Payer.RELATIVE: "członek rodziny",
    Payer.GMINA: "gmina",
}
ASSESSOR_PL: dict[CooperationAssessor, str] = {
    CooperationAssessor.SOCIAL_WORKER: "pracownik socjalny, zaświadczeniami nr 5 i 6",
    CooperationAssessor.BENEFITS_WORKER: "pracownik ds. świadczeń",
}

_CODES = {
    "strona uzupełnia wniosek": "the party completes its application",
    "bezczynność: sprawy nie załatwiono w terminie": "inactivity: the term was not kept",
    "przewlekłość: sprawa trwa dłużej, niż to niezbędne": "protraction: longer than necessary",
    "oczekiwane": "expected",
    "przyszło": "received",
    "do oceny": "to be judged",
    "ocenione": "judged",
    "klient": "client",
    "członek rodziny": "relative",
    "gmina": "commune",
    "pracownik socjalny, zaświadczeniami nr 5 i 6": "the social worker, by certificates 5 and 6",
    "pracownik ds. świadczeń": "the benefits worker",
}

_PAGES = {
    "Po decyzji i terminy": "After the decision, and terms",
    "Do dopilnowania": "To be watched",
    "W porządku": "In order",
    "Do dopilnowania w zespole: zaświadczenia, zwroty, odpłatność, umowy": (
        "To be watched in the team: certificates, repayments, fees, agreements"
    ),
    "Świadczenie od {day}": "Benefit from {day}",
    "Do kiedy": "Until",
    "bez końca": "without an end",
    "Wstrzymane od": "Suspended from",
    "Przegląd": "Review",
    "podjęty": "taken up",
    "nikt go jeszcze nie podjął": "nobody has taken it up yet",
    "Do oddania klientowi": "To be given back to the client",
    "Wpłaty do oddania klientom": "Money to be given back to clients",
    "Oddano {day}": "Given back on {day}",
    "Zaliczono z innego zwrotu": "Counted from another repayment",
    "Zaliczono na inny zwrot": "Counted towards another repayment",
    "Decyzja odpadła": "Its decision fell away",
    "Co można zrobić": "What can be done",
    "Dalsze zaplanowane wypłaty": "Further payments planned",
    "Wyślij ponownie z listy": "Send again from the list",
    "Zaplanuj ponownie z listy": "Plan again from the list",
    "Zaświadczenia nr 6": "Certificates 6",
    "Oceny współdziałania": "Judgements of cooperation",
    "Współdziałanie do oceny": "Cooperation to be judged",
    "Współdziałanie do oceny po terminie": "Cooperation to be judged, overdue",
    "Współdziała": "Cooperates",
    "Monitorowanie": "Monitoring",
    "kontrola wykorzystania": "check of the use",
    "zmiana od {day}": "change from {day}",
    "W tej sprawie żadne świadczenie nie jest jeszcze realizowane.": (
        "No benefit is being realised in this case yet."
    ),
    "Świadczenia nienależnie pobrane": "Undue benefits",
    "Pomoc do zwrotu": "Help to be paid back",
    "Do zwrotu": "To be paid back",
    "Wpłynęło": "Received",
    "Odstąpiono": "Waived",
    "Zostało": "Left",
    "Rata {number}": "Instalment {number}",
    "Wpłata z {day}": "Paid back on {day}",
    "{amount} od {day}": "{amount} from {day}",
    "Nadpłata do ustalenia": "Paid too much, to be decided on",
    "{amount} za {month}: wypłacono {paid}, należy się {due}": (
        "{amount} for {month}: {paid} paid, {due} due"
    ),
    "nie ma": "none",
    "Stan na wybrany dzień": "As of another day",
    "Stan na koniec dnia": "As of the end of",
    "Stan na koniec dnia {day}": "As of the end of {day}",
    "Tyle było w aktach, gdy kończył się ten dzień. Późniejszych decyzji i wypłat tu nie ma.": (
        "This is what stood in the file when that day ended, without later decisions or payments."
    ),
    "Tego dnia świadczenie nie było jeszcze realizowane.": (
        "The benefit was not being realised yet on that day."
    ),
    "Wniosek z kontraktu socjalnego": "Request out of a social contract",
    "Wnioskowana kwota": "Amount asked for",
    "Do czego klient się zobowiązał": "What the client undertook",
    "jeszcze jej nie ma": "there is none yet",
    "Osoby zobowiązane do pomocy": "Obliged persons",
    "Osoba zobowiązana": "Obliged person",
    "Dochód gospodarstwa": "Income of the household",
    "osoba|osoby|osób": "person|persons",
    "Umowa": "Agreement",
    "Brakuje za {month}": "Missing for {month}",
    "Pozew z {day}": "Claim of {day}",
    "Nikogo nie zapisano.": "Nobody is registered.",
    "Odpłatność": "Fee",
    "Od {day}": "From {day}",
    "od {day}": "from {day}",
    "do {day}": "until {day}",
    "koszt {cost}": "cost {cost}",
    "Zawiadomienie o oczekiwaniu na miejsce (PDF)": "Notice of the wait for a place (PDF)",
    "Za dni": "For the days",
    "Koszt pobytu w domu na miesiąc": "Cost of the home a month",
    "{who} płaci": "{who} pays",
    "Oczekiwanie na miejsce": "Waiting for a place",
    "przyjęcie przewidziane {day}, klienta zawiadomiono {told}": (
        "admission expected {day}, client told on {told}"
    ),
    "Pobyt": "Stay",
    "Należności": "Receivables",
    "Kto płaci": "Who pays",
    "Należy się": "Due",
    "Termin na decyzję": "Term of the decision",
    "nie biegnie od {day}": "stands still since {day}",
    "Nie biegł": "Stood still",
    "Ponaglenie": "Urging complaint",
    "odpowiedź do {day}": "answer by {day}",
    "przekaż do {day}": "send on by {day}",
    "Zawiadomienie z {day}: nowy termin {due} (PDF)": "Notice of {day}: new term {due} (PDF)",
    "Wpłynął": "Received on",
    "Zaświadczenia nr 6 po terminie": "Certificates 6 overdue",
    "Wszystkie zaświadczenia przyszły na czas.": "All certificates came in time.",
    "Oczekiwane zaświadczenia nr 6": "Certificates 6 expected",
    "Na żadne zaświadczenie nie czekamy.": "No certificate is expected.",
    "Wnioski z kontraktów bez odpowiedzi (art. 39a)": "Requests out of contracts without an answer",
    "Na każdy wniosek odpowiedziano.": "Every request was answered.",
    "Wypłaty, które wróciły": "Payments that came back",
    "Żadna wypłata nie wróciła.": "No payment came back.",
    "Świadczenia do zwrotu": "Benefits to be paid back",
    "Nikt nie ma nic do zwrotu.": "Nobody has anything to pay back.",
    "zostało z {amount}": "left of {amount}",
    "Raty, których termin minął": "Instalments that are late",
    "Raty wpływają na czas.": "Instalments come in time.",
    "Osoby zobowiązane, które nie pomogły": "Obliged persons who did not help",
    "Wszystkie umowy są dotrzymane.": "All agreements are kept.",
    "Nieopłacona odpłatność": "Unpaid fees",
    "Cała odpłatność wpłynęła.": "All fees were paid.",
    "Praktyka zespołu": "The unit's practice",
    "Kto ocenia współdziałanie": "Who judges cooperation",
    "Kto podpisuje decyzje": "Who signs decisions",
    "dyrektor": "director",
    "Znak w numerach decyzji": "Mark in the numbers of decisions",
    "Zmień": "Change",
    "Upoważnij do podpisywania": "Authorise to sign",
    "Zapisz": "Save",
    "bezterminowo": "without an end",
    "Powrót do praktyki": "Back to the practice",
    "Dotyczy spraw, które zaczną się od teraz.": "Holds for cases that begin from now on.",
    "Dotyczy decyzji, które zostaną wydane od teraz.": "Holds for decisions issued from now on.",
    "Osobę upoważnia prezydent miasta na wniosek dyrektora (art. 110 ust. 8 ustawy o pomocy "
    "społecznej). Zapisz tu, kogo upoważnił.": (
        "The mayor authorises on the director's request. Record here who was authorised."
    ),
}

_TITLES = {
    "Kiedy wypłacić": "When to pay",
    "Która wypłata": "Which payment",
    "Powód wycofania": "Why it is cancelled",
    "Wyjaśnienie": "Explanation",
    "Także wszystkie późniejsze zaplanowane wypłaty": "Also all planned payments after it",
    "Rodzaj składki": "Kind of contribution",
    "Podstawa składki": "Base",
    "Kwota składki": "Contribution",
    "Jak sprawdzono": "How it was checked",
    "Co stwierdzono": "What was found",
    "Kiedy sprawdzono": "When",
    "Ustalenia": "Findings",
    "Co się zmieniło": "What changed",
    "Skąd o tym wiadomo": "How it is known",
    "Od kiedy": "Since when",
    "Opis": "Description",
    "Liczba rat": "Number of instalments",
    "Termin pierwszej raty": "First instalment due",
    "Wpłacona kwota": "Amount received",
    "Sposób wpłaty": "Method",
    "Sposób wypłaty": "Method of payment",
    "Dzień wpłaty": "Day received",
    "Dlaczego": "Why",
    "Kwota, od której się odstępuje": "Amount that is waived",
    "Imię i nazwisko": "Name",
    "Kim jest dla klienta": "Relation to the client",
    "Miesięczny dochód gospodarstwa": "Household's income a month",
    "Liczba osób w gospodarstwie": "Persons in the household",
    "Kwota na miesiąc": "Amount a month",
    "W jakiej postaci": "In which form",
    "Od dnia": "From",
    "Do dnia": "Until",
    "Otrzymana kwota": "Amount received",
    "Przewidywany dzień przyjęcia": "Expected day of admission",
    "Kiedy zawiadomiono klienta": "When the client was told",
    "Dzień": "Day",
    "Za miesiąc": "For the month",
    "Kto zapłacił": "Who paid",
    "Która osoba zobowiązana": "Which obliged person",
    "Decyzja, która odpowiada na wniosek": "The decision that answers the request",
    "Kto może podpisywać": "Who may sign",
    "Nowy termin": "New term",
    "Uzasadnienie w zawiadomieniu": "Explanation in the notice",
    "Przyczyna zwłoki": "Cause of the delay",
    "Dlaczego termin nie biegnie": "Why the term stands still",
    "Od kiedy nie biegnie": "Since when it stands still",
    "Na co skarży się strona": "What the party complains of",
    "Kiedy wpłynęło": "When it came",
    "Ponaglenie jest zasadne": "The complaint is founded",
    "Ostatni dzień na decyzję, jeśli go wyznaczono": "Last day for the decision, if one was set",
    "Powód przeglądu": "Reason of the review",
    "Miesiąc": "Month",
}

_ACTS = {
    "Po podjęciu pracy trwa do": "After work was found it goes on until",
    "Wydano {day}": "Delivered on {day}",
    "ilość: {number}": "quantity: {number}",
    "Wróć do sprawy": "Back to the case",
    "Powrót do parametrów": "Back to the parameters",
    "wartość: {sum}": "value: {sum}",
    "Wywiad umówiono na {day}.": "The interview is planned for {day}.",
    "Zapisz pojedynczą wypłatę": "Record a single payment",
    "Zapisano wypłatę.": "The payment was recorded.",
    "Pieniądze wyszły dzisiaj. Wypłaty całego dnia najwygodniej wykonać z listy wypłat.": (
        "The money left today. The payments of a whole day are made from the payment list."
    ),
    "Wycofano wypłatę.": "The payment was cancelled.",
    "Wycofanej wypłaty nie wykona ani lista, ani pracownik. Decyzja o świadczeniu się nie zmienia: "
    "jeśli ma być inaczej, trzeba ją zmienić. Wycofaną przez pomyłkę można zaplanować ponownie "
    "z listy wypłat.": (
        "No list and no worker makes a cancelled payment. The decision on the benefit stays as it "
        "is; if that has to be otherwise, it has to be changed. One cancelled by mistake can be "
        "planned again from the payment list."
    ),
    "Otwarto przegląd.": "The review was opened.",
    "Przegląd niczego nie wstrzymuje: wypłaty idą dalej, dopóki nie zmieni ich decyzja (art. 106 "
    "ust. 5 ustawy o pomocy społecznej).": (
        "A review stops nothing: payments go on until a decision changes them."
    ),
    "Podjęto przegląd. Zawiadom stronę.": "The review was taken up. Tell the party.",
    "Poprowadzisz przegląd. Stronę trzeba zawiadomić (art. 61 § 4 k.p.a.).": (
        "You will lead the review. The party has to be told (KPA art. 61)."
    ),
    "Przygotowano projekt decyzji z przeglądu.": "The decision of the review was drafted.",
    "Zapisano kontrolę wykorzystania.": "The check was recorded.",
    "Wynik odpowiada na pytanie 8 oceny. Marnotrawienie otworzy przegląd, niczego nie wstrzyma "
    "(art. 11 ust. 1 ustawy o pomocy społecznej).": (
        "The result answers question 8. Waste opens a review and stops nothing."
    ),
    "Puste pole oznacza termin ośrodka": "Left empty it means the centre's term",
    "Zostaje w aktach świadczenia": "Stays in the benefit file",
    "Zapisano zmianę sytuacji. Otwarto przegląd.": "The change was recorded, a review was opened.",
    "Zmiana otworzy przegląd świadczenia. Kwotę zmieni dopiero decyzja (art. 109 ustawy o pomocy "
    "społecznej).": "The change opens a review. Only a decision changes the amount.",
    "Zapisano zgłoszenie składek.": "The contributions were recorded.",
    "Każdy rodzaj składki zgłasza się raz na miesiąc (art. 36 pkt 2 ustawy o pomocy społecznej).": (
        "Each kind is reported once a month."
    ),
    "Przygotowano projekt decyzji o świadczeniu nienależnie pobranym.": (
        "The decision on the undue benefit was drafted."
    ),
    "Miesiące i kwota wynikają z wypłat: to, co wypłacono ponad decyzję, która zmieniła "
    "świadczenie. Ta decyzja musi być już ostateczna (art. 98 ustawy o pomocy społecznej).": (
        "Months and amount follow from the payments: what was paid beyond the decision "
        "that changed the benefit. That decision has to be final."
    ),
    "Uzasadnienie powstaje z akt sprawy. Tu dopisz, co trzeba dodać.": (
        "The reasons are made from the file. Add here what is missing."
    ),
    "Zakończono świadczenie.": "The benefit ended.",
    "Zrób to, gdy okres świadczenia minął i wszystko wypłacono.": (
        "For when the period of the benefit is over and everything was paid."
    ),
    "Wstrzymaj bieg terminu": "Halt the term",
    "Wstrzymano bieg terminu.": "The term stands still.",
    "Od tego dnia termin na decyzję nie biegnie (art. 35 § 5 k.p.a.).": (
        "From this day on the term of the decision stands still."
    ),
    "Wznów bieg terminu": "Resume the term",
    "Wznowiono bieg terminu.": "The term runs on.",
    "Termin na decyzję biegnie dalej i kończy się później o dni, w które nie biegł.": (
        "The term runs on and ends later by the days on which it stood still."
    ),
    "Przedłuż termin i zawiadom stronę": "Extend the term and tell the party",
    "Przedłużono termin. Wyślij stronie zawiadomienie.": (
        "The term was extended. Send the notice to the party."
    ),
    "Strona musi dostać zawiadomienie: dlaczego, do kiedy i że może wnieść ponaglenie (art. 36 "
    "i 37 k.p.a.). Pismo powstanie na stronie „Po decyzji i terminy”.": (
        "The party has to be told why, until when, and that it may urge. The letter is found "
        "on the page “After the decision, and terms”."
    ),
    "Dzień roboczy. W sprawie szczególnie skomplikowanej puste pole oznacza dwa miesiące od "
    "wszczęcia.": "A working day. In an intricate case left empty it means two months.",
    "Przy innej przyczynie konieczne": "Needed with another cause",
    "Zapisz ponaglenie": "Record an urging complaint",
    "Zapisano ponaglenie.": "The complaint was recorded.",
    "Ponaglenie trzeba przekazać Kolegium w ciągu siedmiu dni, z aktami i stanowiskiem (art. 37 "
    "§ 4 k.p.a.).": "The board must have it within seven days, with the file and our position.",
    "Przekaż ponaglenie do SKO": "Send the complaint to the board",
    "Przekazano ponaglenie Kolegium.": "The complaint was sent on.",
    "Kolegium dostaje ponaglenie z aktami sprawy i stanowiskiem urzędu.": (
        "The board gets it with the file and the office's position."
    ),
    "Zapisz odpowiedź na ponaglenie": "Record the answer to the complaint",
    "Zapisano odpowiedź na ponaglenie.": "The answer was recorded.",
    "Kolegium stwierdza, czy była bezczynność albo przewlekłość, i może wyznaczyć termin (art. 37 "
    "§ 6 k.p.a.).": "The board states what it found and may set a last day.",
    "Ustalono, kto płaci za pobyt.": "Who pays for the stay was set.",
    "Mieszkaniec płaci z decyzji, rodzina z umów, gmina resztę kosztu (art. 61 ustawy o pomocy "
    "społecznej).": "The resident by decision, relatives by agreement, the commune the rest.",
    "Kwota wynika z umowy, więc każda z tych osób musi ją mieć": (
        "The amount is that of the agreement, so each of them has to have one"
    ),
    "Zapisz oczekiwanie na miejsce": "Record the wait for a place",
    "Zapisano oczekiwanie na miejsce.": "The wait was recorded.",
    "W domu nie ma miejsca. Klienta trzeba zawiadomić, kiedy przewidywane jest przyjęcie. "
    "Zawiadomienie powstanie na stronie „Po decyzji i terminy”.": (
        "The home is full. The client has to be told when admission is expected. The notice is "
        "found on the page “After the decision, and terms”."
    ),
    "Zapisz przyjęcie do domu": "Record the admission",
    "Zapisano przyjęcie do domu.": "The admission was recorded.",
    "Opłaty liczą się od dnia przyjęcia.": "Fees run from the day of admission.",
    "Zapisz koniec pobytu w domu": "Record the end of the stay",
    "Zapisano koniec pobytu.": "The end of the stay was recorded.",
    "Ostatni dzień w domu. Opłaty liczą się tylko do tego dnia.": (
        "The last day in the home. Fees run until that day only."
    ),
    "Nalicz opłatę za miesiąc": "Charge a month",
    "Naliczono opłatę za miesiąc.": "The month was charged.",
    "Opłatę za miesiąc, który minął, nalicza też sam zegar. Każdy miesiąc raz.": (
        "The clock charges a month that is over by itself, too. Each month once."
    ),
    "Zapisz wpłatę odpłatności": "Record a fee paid",
    "Zapisano wpłatę.": "The money was recorded.",
    "Tylko gdy płaci członek rodziny": "Only where a relative pays",
    "Rozłóż zwrot na raty": "Set instalments",
    "Rozłożono zwrot na raty.": "The instalments were set.",
    "Reszta dzieli się na równe raty, po jednej na miesiąc. Późniejszy pierwszy termin to "
    "odroczenie (art. 104 ust. 4 ustawy o pomocy społecznej).": (
        "The rest is split into equal instalments, one a month. A later first day is a deferral."
    ),
    "Zapisz wpłatę zwrotu": "Record money paid back",
    "Oddaj klientowi wpłatę": "Give the money back to the client",
    "Oddano klientowi wpłatę.": "The money was given back to the client.",
    "Decyzja, na podstawie której klient wpłacał, już nie obowiązuje albo żąda mniej. Oddaje "
    "się całą kwotę do oddania, raz.": (
        "The decision by which the client paid holds no more, or demands less. All that is to be "
        "given back is given back, once."
    ),
    "Odstąp od żądania zwrotu": "Waive the repayment",
    "Odstąpiono od żądania zwrotu.": "The repayment was waived.",
    "Odstąpić można, gdy zwrot byłby nadmiernym obciążeniem albo niweczyłby skutki pomocy "
    "(art. 104 ust. 4 ustawy o pomocy społecznej).": (
        "Possible where paying back would be too great a burden or undo the help given."
    ),
    "Puste pole oznacza całą resztę": "Left empty it means all of the rest",
    "W złotych, wszystkich osób w gospodarstwie razem": "PLN, of the whole household",
    "Zapisz osobę zobowiązaną do pomocy": "Register an obliged person",
    "Zapisano osobę zobowiązaną.": "The obliged person was registered.",
    "Pomoc rodziny idzie przed pomocą ośrodka (art. 2 i 103 ustawy o pomocy społecznej). Dane tej "
    "osoby zostają w aktach świadczenia.": (
        "Help of the family goes before help of the centre. The data stay in the benefit file."
    ),
    "Ustal sytuację osoby zobowiązanej": "Establish the obliged person's situation",
    "Zapisano sytuację osoby zobowiązanej.": "The situation was recorded.",
    "Zapisz umowę o pomocy": "Record a support agreement",
    "Zapisano umowę o pomocy.": "The agreement was recorded.",
    "Umowę zawiera kierownik ośrodka. Od pierwszego dnia zastępuje wcześniejszą (art. 103 ustawy "
    "o pomocy społecznej).": (
        "Made by the head of the centre. From its first day it replaces an earlier one."
    ),
    "Zapisz otrzymaną pomoc": "Record support received",
    "Zapisano otrzymaną pomoc.": "The support was recorded.",
    "Opłatę za dom pomocy społecznej zapisz przy odpłatności w sprawie.": (
        "The fee of a care home is recorded with the fees of the case."
    ),
    "Przygotuj pozew o alimenty": "Prepare a maintenance claim",
    "Przygotowano pozew o alimenty.": "The claim was prepared.",
    "Pozew obejmie miesiące, za które pomoc nie przyszła i których nie obejmuje wcześniejszy "
    "pozew (art. 110 ust. 5 ustawy o pomocy społecznej).": (
        "The claim covers months without support that no earlier claim names (art. 110(5))."
    ),
    "Odpowiedz na wniosek z kontraktu": "Answer the request out of the contract",
    "Odpowiedziano na wniosek z kontraktu.": "The request was answered.",
    "Odpowiedzią jest wydana decyzja o tej samej osobie. Pracownik socjalny zobaczy jej wynik, nie "
    "uzasadnienie (art. 39a ustawy o pomocy społecznej).": (
        "An issued decision about the same person answers it. The social worker sees its result, "
        "not its reasons."
    ),
}

ENGLISH: dict[str, str] = {**_CODES, **_PAGES, **_TITLES, **_ACTS}
