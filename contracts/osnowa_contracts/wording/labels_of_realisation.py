"""Names of the codes of realisation: returned money, checks, changes, support, contracts."""

from __future__ import annotations

from osnowa_contracts import codes

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    codes.ReturnReason.__name__: {
        "WRONG_ACCOUNT": ("błędny numer konta", "wrong account"),
        "NOT_COLLECTED": ("nieodebrana", "not collected"),
        "ADDRESSEE_UNKNOWN": ("adresat nieznany", "addressee unknown"),
        "DECEASED": ("zgon", "deceased"),
        "OTHER": ("inny powód", "another reason"),
    },
    codes.CancelReason.__name__: {
        "DECEASED": ("zgon", "deceased"),
        "RENOUNCED": ("klient zrezygnował", "the client renounced it"),
        "WRONG_PLAN": ("błędny plan", "wrong plan"),
        "OTHER": ("inny powód", "another reason"),
    },
    codes.RepaymentCause.__name__: {
        "UNDUE": ("świadczenie nienależnie pobrane", "unduly received benefit"),
        "RETURNABLE": ("pomoc pod warunkiem zwrotu", "help on condition of repayment"),
        "LOAN": ("pożyczka", "loan"),
    },
    codes.UtilisationResult.__name__: {
        "AS_INTENDED": ("zgodnie z celem", "as intended"),
        "PARTLY": ("częściowo zmarnowane", "wasted in part"),
        "WASTED": ("zmarnowane", "wasted"),
    },
    codes.UtilisationMethod.__name__: {
        "VISIT": ("wizyta", "visit"),
        "RECEIPTS": ("rachunki", "receipts"),
        "TALK": ("rozmowa", "talk"),
        "REPORT_OF_OTHERS": ("informacja od innych", "report of others"),
    },
    codes.ChangeKind.__name__: {
        "INCOME": ("dochód", "income"),
        "HOUSEHOLD": ("skład rodziny", "household"),
        "HEALTH": ("stan zdrowia", "health"),
        "WORK": ("podjęcie lub utrata pracy", "work begun or lost"),
        "RESIDENCE": ("miejsce pobytu", "residence"),
        "DEATH": ("zgon", "death"),
        "OTHER": ("inna zmiana", "another change"),
    },
    codes.ChangeSource.__name__: {
        "CLIENT": ("klient", "client"),
        "OWN_FINDING": ("ustalenie własne", "own finding"),
        "SOCIAL_WORKER": ("pracownik socjalny", "social worker"),
        "OTHER_INSTITUTION": ("inna instytucja", "another institution"),
        "REGISTER": ("rejestr publiczny", "public register"),
        "THIRD_PARTY": ("inna osoba", "another person"),
    },
    codes.ContributionKind.__name__: {
        "HEALTH": ("składka zdrowotna", "health contribution"),
        "PENSION": ("składka emerytalno-rentowa", "pension contribution"),
    },
    codes.Obligation.__name__: {
        "SPOUSE": ("małżonek", "spouse"),
        "DESCENDANT": ("zstępny", "descendant"),
        "ASCENDANT": ("wstępny", "ascendant"),
        "SIBLING": ("rodzeństwo", "sibling"),
    },
    codes.SupportForm.__name__: {
        "MONEY_TO_CLIENT": ("pieniądze dla klienta", "money to the client"),
        "MONEY_TO_CENTRE": ("pieniądze na konto ośrodka", "money to the centre"),
        "IN_KIND": ("pomoc rzeczowa lub osobista", "help in kind"),
        "RESIDENTIAL_FEE": ("opłata za pobyt w DPS", "fee of a residential home"),
    },
    codes.WaiverReason.__name__: {
        "TOO_GREAT_BURDEN": ("nadmierne obciążenie", "too great a burden"),
        "HELP_UNDONE": ("zwrot niweczyłby skutki pomocy", "it would undo the help"),
    },
    codes.ContractProvision.__name__: {
        "TAKE_UP_WORK": ("podjęcie pracy", "taking up work"),
        "TRAINING": ("szkolenie", "training"),
        "ADDICTION_TREATMENT": ("leczenie uzależnienia", "treatment of addiction"),
        "HOUSEHOLD_BUDGET": ("gospodarowanie budżetem domowym", "keeping a household budget"),
        "DEBT_PLAN": ("spłata długów", "paying off debts"),
        "CHILD_CARE": ("opieka nad dziećmi", "care of children"),
        "OTHER": ("inne zobowiązanie", "another undertaking"),
    },
    codes.BenefitEnd.__name__: {
        "PERIOD": ("koniec okresu", "end of the period"),
        "DPS": ("przyjęcie do domu pomocy społecznej", "admission to a residential home"),
    },
    codes.ContractVariant.__name__: {
        "A": ("część A: osoba lub rodzina", "part A: person or family"),
        "B": ("część B: osoba bezrobotna", "part B: unemployed person"),
    },
    codes.ContractEnd.__name__: {
        "FULFILLED": ("wykonany", "fulfilled"),
        "BROKEN": ("niedotrzymany", "broken"),
        "TERMINATED": ("rozwiązany", "terminated"),
        "EXPIRED": ("wygasł", "expired"),
    },
    codes.RequestResult.__name__: {
        "GRANTED": ("przyznano", "granted"),
        "PARTLY": ("przyznano częściowo", "granted in part"),
        "REFUSED": ("odmówiono", "refused"),
    },
}
