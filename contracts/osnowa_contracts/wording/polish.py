"""What the timeline says of each fact, in Polish: (title, sentence)."""

POLISH: dict[str, tuple[str, str]] = {
    # first contact
    "ContactRegistered": (
        "Zgłoszenie",
        "Przyjęto zgłoszenie[ {channel|Channel}][{urgent?, pilne:}].",
    ),
    "PersonRegistered": (
        "Rejestracja osoby",
        "Zarejestrowano osobę[ (przeniesiono z systemu {imported_from|plain})].",
    ),
    "PersonDataCorrected": ("Poprawa danych osoby", "Poprawiono dane osoby."),
    "HouseholdDefined": (
        "Gospodarstwo domowe",
        "Ustalono skład gospodarstwa domowego[ od {since|date}][, liczba osób: {size}]"
        "[ (przeniesiono z systemu {imported_from|plain})].",
    ),
    "HouseholdChanged": (
        "Zmiana gospodarstwa domowego",
        "Zmienił się skład gospodarstwa domowego[ od {since|date}][, liczba osób: {size}].",
    ),
    "HouseholdMemberCorrected": (
        "Sprostowanie składu gospodarstwa domowego",
        "Sprostowano dane osoby w gospodarstwie domowym: należy do niego od {since|date}"
        "[ (wcześniej zapisano {was_since|date})].",
    ),
    "HouseholdEnded": (
        "Koniec gospodarstwa domowego",
        "Gospodarstwo domowe przestało istnieć[ {on|date}].",
    ),
    "InformationProvided": (
        "Udzielenie informacji",
        "Udzielono informacji o prawach, dokumentach i instytucjach.",
    ),
    "ContactTriaged": (
        "Skierowanie sprawy",
        "Zdecydowano, dokąd trafi sprawa[: {outcome|TriageOutcome}][{urgent?, pilne:}].",
    ),
    "TriageCorrected": (
        "Sprostowanie skierowania",
        "Sprostowano, dokąd trafi sprawa[: {outcome|TriageOutcome}][{urgent?, pilne:}].",
    ),
    "ExOfficioSignalReceived": (
        "Sygnał do działania z urzędu",
        "Przyjęto sygnał, że ktoś może potrzebować pomocy[{urgent?, pilny:}].",
    ),
    "DocumentsChecked": (
        "Sprawdzenie dokumentów",
        "Sprawdzono dokumenty potrzebne w sprawie[: {benefit_types|Benefit}].",
    ),
    "ApplicationRegistered": (
        "Wniosek",
        "Zarejestrowano wniosek[: {benefit_types|Benefit}][, data wpływu {filed_on|date}]"
        "[{urgent?, pilny:}][; składa: {applicant_name}][ ({applicant_is|Reporter})]"
        "[, za zgodą klienta z dnia {consent_on|date}].",
    ),
    "AppointmentBooked": ("Umówiona wizyta", "Umówiono wizytę[ na {at|moment}]."),
    "AppointmentMoved": ("Zmiana terminu wizyty", "Wizytę przełożono[ na {at|moment}]."),
    "AppointmentCancelled": ("Odwołana wizyta", "Odwołano wizytę[ z {at|moment}]."),
    "AppointmentMissed": ("Wizyta bez klienta", "Klient nie przyszedł na wizytę[ {at|moment}]."),
    "CaseTransferred": (
        "Przekazanie sprawy",
        "Przekazano sprawę właściwemu organowi[: {authority}].",
    ),
    # proceeding
    "CaseAssigned": ("Przydział sprawy", "Sprawę przydzielono pracownikowi ds. świadczeń."),
    "AssessmentStarted": (
        "Wszczęcie postępowania",
        "Wszczęto postępowanie[ {started_on|date}][: {benefit_types|Benefit}][{urgent?, pilne:}]"
        "[{ex_officio?, z urzędu:}][; wywiad do {interview_due|date}]"
        "[, decyzja do {decision_due|date}].",
    ),
    "EvidenceRequested": (
        "Prośba o dowód",
        "Poproszono inną instytucję o dane[: {kind|EvidenceKind}]"
        "[, odpowiedź do {answer_by|date}].",
    ),
    "EvidenceReceived": (
        "Wpływ dowodu",
        "Wpłynął dowód do akt[: {kind|EvidenceKind}][, {on|date}].",
    ),
    "InterviewScheduled": (
        "Termin wywiadu",
        "Wyznaczono wywiad środowiskowy[, {part|InterviewPart}][, na {on|date}]"
        "[{urgent?, pilny:}][ (termin: {due|date})].",
    ),
    "InterviewConducted": (
        "Wywiad środowiskowy",
        "Przeprowadzono wywiad środowiskowy[, {part|InterviewPart}][, {on|date}]"
        "[ (termin: {due|date})][{joint?, wspólnie z pracownikiem socjalnym:}]"
        "[, {minutes|minutes}].",
    ),
    "IncomeEstablished": (
        "Ustalenie dochodu",
        "Ustalono dochód[ za {month|month}][: {total|money}][, na osobę {per_capita|money}].",
    ),
    "AssessmentQuestionAnswered": (
        "Odpowiedź w ocenie",
        "Odpowiedziano na pytanie[ {question}][: {question|Question}][ – {value|Answer}].",
    ),
    "ClientReferredToSocialWorker": (
        "Skierowanie do pracownika socjalnego",
        "Wręczono skierowanie do pracownika socjalnego[ nr {number}]"
        "[, kontakt do {contact_by|date}].",
    ),
    "AssessmentCompleted": (
        "Zakończenie oceny",
        "Zakończono ocenę sytuacji[ {on|date}]; można przygotować decyzję.",
    ),
    "EntitlementCalculated": (
        "Obliczenie świadczenia",
        "Obliczono świadczenie[: {benefit|Benefit}][, od {minimum|money} do {maximum|money}]"
        "[, propozycja {proposed|money}].",
    ),
    "FeeCalculated": (
        "Obliczenie odpłatności",
        "Obliczono odpłatność[: {fee_per_hour|money} za godzinę][ ({share|percent} kosztu)].",
    ),
    "DecisionDrafted": (
        "Projekt decyzji",
        "Przygotowano projekt decyzji[: {kind|DecisionKind}][, {benefit|Benefit}].",
    ),
    "DecisionIssued": (
        "Decyzja",
        "Wydano decyzję[ nr {number}][: {kind|DecisionKind}][, {benefit|Benefit}]"
        "[, {amount|money}][{once? jednorazowo: miesięcznie}]"
        "[, {service.hours_per_day|hours} dziennie {service.days|Days}]"
        "[, odpłatność {service.fee_per_hour|money} za godzinę]"
        "[, od {period_from|date}][ do {period_to|date}]"
        "[{immediate?, z rygorem natychmiastowej wykonalności:}].",
    ),
    "DecisionDelivered": (
        "Doręczenie decyzji",
        "Doręczono decyzję[ {on|date}][ {how|Delivery}][, odwołanie do {appeal_until|date}].",
    ),
    "AppealWaived": (
        "Zrzeczenie się odwołania",
        "Strona zrzekła się prawa do odwołania[ {on|date}].",
    ),
    "AppealFiled": (
        "Odwołanie",
        "Strona złożyła odwołanie[ {on|date}][, do przekazania do {forward_by|date}].",
    ),
    "AppealForwarded": (
        "Przekazanie odwołania",
        "Przekazano odwołanie do Samorządowego Kolegium Odwoławczego[ {on|date}].",
    ),
    "LateAppealFiled": (
        "Spóźnione odwołanie",
        "Odwołanie przyszło po terminie[ {on|date}][, do przekazania do {forward_by|date}]"
        "[{restoration_asked?, z prośbą o przywrócenie terminu:}].",
    ),
    "LateAppealAnswered": (
        "Odpowiedź na spóźnione odwołanie",
        "Kolegium odpowiedziało na spóźnione odwołanie[ {on|date}][: {result|LateAppealResult}].",
    ),
    "AppealResolved": (
        "Rozstrzygnięcie odwołania",
        "Rozstrzygnięto odwołanie[ {on|date}][: {result|AppealResult}].",
    ),
    "DecisionBecameFinal": (
        "Ostateczność decyzji",
        "Decyzja stała się ostateczna[ {on|date}][: {basis|FinalityBasis}].",
    ),
    "RealisationStarted": (
        "Realizacja decyzji",
        "Rozpoczęto realizację decyzji[ {on|date}][: {benefit|Benefit}].",
    ),
    "PaymentPlanned": (
        "Planowana wypłata",
        "Zaplanowano wypłatę[ za {month|month}][: {amount|money}][, {due_on|date}].",
    ),
    "PaymentExecuted": (
        "Wypłata",
        "Wypłacono świadczenie[ za {month|month}][: {amount|money}][, {on|date}].",
    ),
    "EntitlementReviewOpened": (
        "Weryfikacja uprawnień",
        "Wszczęto weryfikację uprawnień[ {on|date}][: {trigger|ReviewTrigger}].",
    ),
    "EntitlementReviewClosed": (
        "Wynik weryfikacji",
        "Zakończono weryfikację uprawnień[ {on|date}][: {result|ReviewResult}].",
    ),
    "BenefitSuspended": (
        "Wstrzymanie świadczenia",
        "Wstrzymano świadczenie[ od {valid_from|date}][: {benefit|Benefit}].",
    ),
    "BenefitChanged": (
        "Zmiana świadczenia",
        "Zmieniono świadczenie[ od {valid_from|date}][: {benefit|Benefit}]"
        "[, {amount|money}][{once? jednorazowo: miesięcznie}]"
        "[{undoes?; późniejsza decyzja została cofnięta, obowiązuje wcześniejsza:}].",
    ),
    "DeadlineApproaching": (
        "Zbliża się termin",
        "Termin kończy się[ {due|date}][: {deadline|Deadline}].",
    ),
    "DeadlineExtended": (
        "Przedłużenie terminu",
        "Przedłużono termin[ do {due|date}][: {deadline|Deadline}][ ({reason|ExtensionReason})].",
    ),
    "BenefitLimited": (
        "Ograniczenie świadczenia",
        "Ograniczono świadczenie[ od {valid_from|date}][: {benefit|Benefit}]"
        "[, {amount|money}][{once? jednorazowo: miesięcznie}].",
    ),
    "BenefitRevoked": (
        "Uchylenie świadczenia",
        "Uchylono świadczenie[ od {valid_from|date}][: {benefit|Benefit}].",
    ),
    "BenefitPeriodEnded": (
        "Koniec okresu świadczenia",
        "Skończył się okres świadczenia[ {on|date}][: {benefit|Benefit}][, {reason|BenefitEnd}].",
    ),
    "HelpDelivered": (
        "Wydana pomoc",
        "Wydano pomoc[ {on|date}][: {benefit|Benefit}][, ilość: {quantity}]"
        "[, wartość {value|money}].",
    ),
    "PaymentReturned": (
        "Zwrócona wypłata",
        "Wypłata wróciła[ za {month|month}][: {amount|money}][, {reason|ReturnReason}].",
    ),
    "PaymentCancelled": (
        "Wycofana wypłata",
        "Wycofano wypłatę[ za {month|month}][: {amount|money}][, {reason|CancelReason}].",
    ),
    "InsuranceContributionsReported": (
        "Zgłoszenie składek",
        "Zgłoszono składki[ za {month|month}][: {kind|ContributionKind}][, {amount|money}].",
    ),
    "UtilisationChecked": (
        "Kontrola wykorzystania",
        "Sprawdzono wykorzystanie świadczenia[ {on|date}][: {result|UtilisationResult}]"
        "[, {method|UtilisationMethod}].",
    ),
    "ChangeOfCircumstancesReported": (
        "Zmiana sytuacji",
        "Zmieniła się sytuacja klienta[ od {since|date}][: {kind|ChangeKind}]"
        "[, źródło: {source|ChangeSource}].",
    ),
    "ContractBenefitRequestReceived": (
        "Wniosek z kontraktu",
        "Przyjęto wniosek z kontraktu socjalnego[ {on|date}][: {benefit|Benefit}].",
    ),
    "ContractBenefitRequestAnswered": (
        "Odpowiedź na wniosek z kontraktu",
        "Odpowiedziano na wniosek z kontraktu socjalnego[ {on|date}][: {result|RequestResult}].",
    ),
    "UndueBenefitEstablished": (
        "Świadczenie nienależnie pobrane",
        "Ustalono świadczenie nienależnie pobrane[ {on|date}][: {amount|money}].",
    ),
    "HelpToBePaidBackGiven": (
        "Pomoc do zwrotu",
        "Udzielono pomocy, która podlega zwrotowi[ {on|date}][: {benefit|Benefit}]"
        "[, {cause|RepaymentCause}][, do zwrotu {amount|money}].",
    ),
    "RepaymentPlanSet": (
        "Raty zwrotu",
        "Rozłożono zwrot na raty[: {instalments}][, razem {amount|money}]"
        "[, pierwsza {first_due|date}].",
    ),
    "RepaymentReceived": (
        "Zwrot",
        "Klient zwrócił[ {on|date}][ {amount|money}][, pozostało {rest|money}].",
    ),
    "RepaymentWaived": (
        "Odstąpienie od zwrotu",
        "Odstąpiono od zwrotu[ {on|date}][: {amount|money}][, {reason|WaiverReason}].",
    ),
    "ObligedPersonRegistered": (
        "Osoba zobowiązana",
        "Zapisano osobę zobowiązaną do pomocy[ {on|date}][: {relation|Obligation}].",
    ),
    "SupportAgreementConcluded": (
        "Umowa z osobą zobowiązaną",
        "Zawarto umowę z osobą zobowiązaną[ {on|date}][: {form|SupportForm}]"
        "[, {amount|money} miesięcznie].",
    ),
    "MaintenanceClaimPrepared": (
        "Pozew o alimenty",
        "Przygotowano pozew wobec osoby zobowiązanej[ {on|date}][, zaległość {amount|money}].",
    ),
    "PlaceAwaited": (
        "Oczekiwanie na miejsce w domu",
        "Dom jest zajęty; przewidywany termin przyjęcia[: {expected_on|date}]"
        "[, zawiadomiono {informed_on|date}].",
    ),
    "ResidentAdmitted": (
        "Przyjęcie do domu pomocy społecznej",
        "Zamieszkał(a) w domu pomocy społecznej[ {on|date}].",
    ),
    "ResidentDischarged": (
        "Koniec pobytu w domu",
        "Zakończył się pobyt w domu pomocy społecznej[ {on|date}].",
    ),
    "FeeCharged": (
        "Naliczona opłata",
        "Naliczono opłatę za usługę[ za {month|month}][: {benefit|Benefit}]"
        "[, klient {client|money}][, krewni {relatives|money}][, gmina {gmina|money}].",
    ),
    "DeadlineMissed": (
        "Przekroczony termin",
        "Minął termin[ {due|date}][: {deadline|Deadline}].",
    ),
    "LegalParametersPublished": (
        "Parametry prawne",
        "Opublikowano parametry: {parameters|ParameterKind}, obowiązują od {valid_from|date}.",
    ),
    "CaseImported": (
        "Sprawa z innego systemu",
        "Przeniesiono z systemu {source|plain} sprawę z {filed_on|date}[: {benefit|Benefit}]"
        "[, nr {number}][, decyzja z {decided_on|date}][, zakończona {closed_on|date}].",
    ),
    "CaseClosed": ("Zamknięcie sprawy", "Zamknięto sprawę[ {on|date}]."),
    "ApplicationDefectsCalled": (
        "Wezwanie do uzupełnienia wniosku",
        "Wezwano do uzupełnienia wniosku[ {on|date}][, termin do {complete_by|date}].",
    ),
    "ApplicationCompleted": ("Uzupełnienie wniosku", "Uzupełniono wniosek[ {on|date}]."),
    "ApplicationLeftUnexamined": (
        "Wniosek bez rozpoznania",
        "Pozostawiono wniosek bez rozpoznania[ {on|date}].",
    ),
    "ApplicationTransferred": (
        "Przekazanie według właściwości",
        "Przekazano wniosek właściwemu organowi[ {on|date}][: {authority}].",
    ),
    "ApplicationWithdrawn": ("Wycofanie wniosku", "Strona wycofała wniosek[ {on|date}]."),
    "LeftWithoutProceeding": (
        "Bez wszczęcia postępowania",
        "Zespół ds. świadczeń sprawdził skierowanie[ {on|date}]: nie wszczęto postępowania.",
    ),
    "InterviewRefused": (
        "Odmowa wywiadu",
        "Strona odmówiła przeprowadzenia wywiadu środowiskowego[ {on|date}].",
    ),
    "DecisionMadeEnforceable": (
        "Rygor natychmiastowej wykonalności",
        "Nadano decyzji rygor natychmiastowej wykonalności[ {on|date}].",
    ),
    "ProceedingReopened": (
        "Wznowienie postępowania",
        "Wznowiono postępowanie zakończone decyzją ostateczną[ {on|date}]"
        "[: {ground|ReopeningGround}][{on_request?, na żądanie strony:}].",
    ),
    "CaseReopened": ("Powrót do sprawy", "Wrócono do zamkniętej sprawy[ {on|date}]."),
    # social work
    "SocialWorkOpened": (
        "Rozpoczęcie pracy socjalnej",
        "Rozpoczęto pracę socjalną[ {on|date}][: {source|SocialWorkSource}].",
    ),
    "SocialWorkerAssigned": (
        "Przydział pracownika socjalnego",
        "Przydzielono pracownika socjalnego.",
    ),
    "DiagnosisRecorded": ("Diagnoza", "Zapisano diagnozę[: {areas|Reason}]."),
    "UnusedResourcesCertified": (
        "Zaświadczenie nr 4",
        "Wystawiono zaświadczenie nr 4[: {has_unused?klient posiada:klient nie posiada} "
        "niewykorzystane zasoby niematerialne i możliwości][, {issued_on|date}].",
    ),
    "CooperationTermsSet": (
        "Zaświadczenie nr 5",
        "Ustalono zasady współdziałania[ {on|date}] (zaświadczenie nr 5).",
    ),
    "CooperationTermsUpdated": (
        "Zaświadczenie nr 5, aktualizacja",
        "Zaktualizowano zasady współdziałania[ {on|date}] (zaświadczenie nr 5).",
    ),
    "CooperationCertified": (
        "Zaświadczenie nr 6",
        "Wystawiono zaświadczenie nr 6[ za {month|month}]"
        "[: {cooperates?klient współdziała:klient nie współdziała}].",
    ),
    "CooperationCertificateOverdue": (
        "Brak zaświadczenia nr 6",
        "Nie wystawiono w terminie zaświadczenia nr 6[ za {month|month}][ (termin: {due|date})].",
    ),
    "SocialWorkActionRecorded": (
        "Działanie pracy socjalnej",
        "Wykonano działanie pracy socjalnej[: {action|SocialWorkAction}][, {place|Place}]"
        "[, {minutes|minutes}].",
    ),
    "OfficialNoteWritten": (
        "Notatka służbowa",
        "Sporządzono notatkę służbową; treść jest w aktach pracy socjalnej.",
    ),
    "NeedChangeReported": (
        "Zmiana potrzeb",
        "Pracownik socjalny zgłosił zmianę potrzeb[: {service|Benefit}]"
        "[, {proposed_hours_per_day|hours} dziennie][ od {valid_from|date}].",
    ),
    "RelevantFactsReported": (
        "Inne istotne informacje",
        "Przekazano inne istotne informacje[ {on|date}][: {kinds|RelevantFact}]"
        "[ ({at_clients_wish?na życzenie klienta:za wiedzą klienta})].",
    ),
    "ContractConcluded": (
        "Kontrakt socjalny",
        "Zawarto kontrakt socjalny[ {on|date}][, {variant|ContractVariant}][, do {until|date}]"
        "[; klient zobowiązał się do: {provisions|ContractProvision}].",
    ),
    "ContractEnded": (
        "Koniec kontraktu socjalnego",
        "Zakończył się kontrakt socjalny[ {on|date}][: {reason|ContractEnd}].",
    ),
    "ContractBenefitRequested": (
        "Wniosek z kontraktu socjalnego",
        "Pracownik socjalny wnioskuje o świadczenie z kontraktu[ {on|date}][: {benefit|Benefit}]"
        "[, {amount|money}][, klient zobowiązał się do: {provisions|ContractProvision}].",
    ),
    "SocialWorkClosed": (
        "Zakończenie pracy socjalnej",
        "Zakończono pracę socjalną[ {on|date}][: {result|SocialWorkResult}].",
    ),
    # service orders
    "ContractorRegistered": ("Wykonawca", "Zarejestrowano wykonawcę[: {full_name}]."),
    "OrderPlaced": (
        "Zlecenie",
        "Złożono zlecenie[: {service|Benefit}][, {hours_per_day|hours} dziennie {days|Days}]"
        "[, od {period_from|date}][ do {period_to|date}]"
        "[, odpłatność {fee_per_hour|money} za godzinę]"
        "[{decision_pending?; pilne, przed decyzją:}].",
    ),
    "OrderConfirmed": (
        "Potwierdzenie zlecenia",
        "Potwierdzono pilne zlecenie decyzją[ {on|date}].",
    ),
    "OrderAccepted": (
        "Przyjęcie zlecenia",
        "Wykonawca przyjął zlecenie[ {on|date}][, początek {starts_on|date}].",
    ),
    "OrderRejected": (
        "Odrzucenie zlecenia",
        "Wykonawca odrzucił zlecenie[ {on|date}][: {reason|OrderRefusal}].",
    ),
    "OrderQueued": (
        "Zlecenie w kolejce",
        "Zlecenie czeka w kolejce wykonawcy[ od {on|date}][, przewidywane {expected_on|date}].",
    ),
    "ScheduleSet": ("Harmonogram", "Ustalono harmonogram wizyt[ od {valid_from|date}]."),
    "ServiceStarted": ("Rozpoczęcie usługi", "Rozpoczęto świadczenie usługi[ {on|date}]."),
    "VisitCompleted": (
        "Wizyta",
        "Odbyła się wizyta[ {on|date}][, {minutes|minutes}][: {activities|CareActivity}].",
    ),
    "VisitMissed": (
        "Wizyta nie odbyła się",
        "Wizyta nie odbyła się[ {on|date}][: {reason|Absence}].",
    ),
    "AbsenceReported": (
        "Nieobecność",
        "Zgłoszono nieobecność klienta[ od {absent_from|date}][ do {absent_to|date}]"
        "[: {reason|Absence}].",
    ),
    "ServiceSuspended": (
        "Zawieszenie usługi",
        "Zawieszono usługę[ od {on|date}][: {reason|Absence}].",
    ),
    "ServiceResumed": ("Wznowienie usługi", "Wznowiono usługę[ od {on|date}]."),
    "OrderAmended": (
        "Zmiana zlecenia",
        "Zmieniono zlecenie[ (wersja {version})][: {hours_per_day|hours} dziennie {days|Days}]"
        "[, od {valid_from|date}][, odpłatność {fee_per_hour|money} za godzinę].",
    ),
    "AmendmentAcknowledged": (
        "Potwierdzenie zmiany zlecenia",
        "Wykonawca potwierdził zmianę zlecenia[ (wersja {version})][ {on|date}].",
    ),
    "ClientSheetUpdated": (
        "Karta klienta",
        "Zaktualizowano kartę klienta[ (wersja {sheet_version})].",
    ),
    "OrderEnded": (
        "Zakończenie zlecenia",
        "Zakończono zlecenie[ {on|date}][: {reason|OrderEnd}].",
    ),
    "OrderSettled": (
        "Rozliczenie miesiąca",
        "Rozliczono zlecenie[ za {month|month}][: wykonano {done_units|hours}]"
        "[ z {planned_units|hours}][, odpłatność {fee_total|money}].",
    ),
    "MonthlyReportSubmitted": (
        "Sprawozdanie miesięczne",
        "Wykonawca złożył sprawozdanie[ za {month|month}][: wykonano {done_units|hours}]"
        "[ z {planned_units|hours}].",
    ),
    "MonthlyReportAccepted": (
        "Przyjęcie sprawozdania",
        "Koordynator przyjął sprawozdanie wykonawcy[ za {month|month}].",
    ),
    "SurveyAnswered": (
        "Ankieta",
        "Klient odpowiedział na ankietę[ {on|date}][, ocena {score|number}/5].",
    ),
    "ServiceEvaluated": (
        "Ocena usługi",
        "Koordynator ocenił usługę[ {on|date}][: {result|Evaluation}].",
    ),
    "IncidentReported": (
        "Zdarzenie podczas usługi",
        "Zgłoszono zdarzenie podczas usługi[ {on|date}][, waga: {severity|Severity}].",
    ),
    # labour office
    "LabourStatusReported": (
        "Status w urzędzie pracy",
        "Urząd pracy podał status[: {status|LabourStatus}][, rejestracja od {registered_on|date}]"
        "[, stan na {as_of|date}].",
    ),
    "ActionPlanReported": (
        "Indywidualny plan działania",
        "Urząd pracy ustalił indywidualny plan działania[ {agreed_on|date}]"
        "[: {goals|PlanGoal}][, do {until|date}].",
    ),
    "TrainingOutcomeReported": (
        "Szkolenie lub staż",
        "Urząd pracy podał wynik szkolenia lub stażu[ {on|date}][: {outcome|LabourOutcome}].",
    ),
    "OfferOutcomeReported": (
        "Oferta pracy",
        "Urząd pracy podał wynik oferty pracy[ {on|date}][: {outcome|LabourOutcome}].",
    ),
    # the platform itself
    "PersonsMerged": (
        "Połączenie wpisów",
        "Dwa wpisy okazały się jedną osobą i zostały połączone.",
    ),
    "PersonMergeUndone": (
        "Cofnięcie połączenia wpisów",
        "Cofnięto połączenie wpisów: to dwie różne osoby.",
    ),
    "AccessEnded": (
        "Koniec dostępu",
        "Nadawca nie przekazuje już informacji o tym kliencie"
        "[; otrzymane dane można przechowywać do {keep_until|date}].",
    ),
    "EntryExists": ("Wpis bez dostępu", "Wpis istnieje. Nie masz do niego dostępu."),
}
