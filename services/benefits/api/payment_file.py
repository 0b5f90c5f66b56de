"""The payment list as a file that a spreadsheet opens: semicolons, decimal commas."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

from chassis.web.language import Speech
from services.benefits.api.realised import ListOut
from services.benefits.payments import PaymentState
from services.benefits.values import PaymentMethod
from services.benefits.words import BENEFIT_PL, METHOD_PL, PAYMENT_PL

HEAD = ("Lp.", "Klient", "Świadczenie", "Miesiąc", "Kwota", "Sposób", "Stan", "Termin")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would compute instead of showing it."""


def csv_of(found: ListOut, speech: Speech) -> str:
    """A line a payment, then the sum of what waits and of what was paid."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([speech.text(title) for title in HEAD])
    for number, payment in enumerate(found.payments, 1):
        writer.writerow(
            [
                number,
                _plain(payment.name),
                speech.text(BENEFIT_PL[payment.benefit]),
                payment.month,
                _amount(payment.amount),
                speech.text(METHOD_PL[PaymentMethod(payment.method)]),
                speech.text(PAYMENT_PL[PaymentState(payment.state)]),
                found.day.isoformat(),
            ]
        )
    for state in PaymentState:
        if (total := found.totals.get(state)) is not None:
            named = f"{speech.text('Razem')}, {speech.text(PAYMENT_PL[state])}"
            writer.writerow(["", named, total.count, "", _amount(total.total), "", "", ""])
    return out.getvalue()


def _amount(amount: Decimal) -> str:
    return f"{amount:.2f}".replace(".", ",")


def _plain(text: str) -> str:
    """A name is never a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
