"""What a benefit comes to, what a service costs the client and who pays for a home, step by step.

Pure functions of the means and of the law in force on a day (`law_on`). Every result carries its
steps; `reasons` puts them in the words of a decision (`domain.md` C5 to C9, M12 to M14).
"""

from services.benefits.calculation.care_home import (
    CareHomeFees,
    Payer,
    Relation,
    Relative,
    care_home_fees,
    fees_of_month,
    relative_means,
)
from services.benefits.calculation.cash import periodic_benefit, permanent_benefit
from services.benefits.calculation.change import (
    IncomeChange,
    Undue,
    change_threshold,
    income_change,
    repayment_plan,
    undue_benefit,
)
from services.benefits.calculation.discretion import (
    Continuation,
    Repayment,
    contract_continuation,
    help_to_be_paid_back,
    loan,
    loss_benefit,
    paid_back,
    returnable_benefit,
    special_targeted_benefit,
    targeted_benefit,
)
from services.benefits.calculation.explanation import Step, Unit, amount_text, reasons, sentence
from services.benefits.calculation.income import MonthIncome, Receipt, month_income, one_off_limit
from services.benefits.calculation.law import InForce, law_on
from services.benefits.calculation.money import money
from services.benefits.calculation.months import month_that_counts, partial_month
from services.benefits.calculation.results import Entitled, Fee, Range
from services.benefits.calculation.services import (
    NonCash,
    home_care_fee,
    meal_benefit,
    month_fee,
    non_cash_benefit,
    specialist_care_fee,
)
from services.benefits.calculation.sets import ParameterSet, Purpose, Sharing

__all__ = [
    "CareHomeFees",
    "Continuation",
    "Entitled",
    "Fee",
    "InForce",
    "IncomeChange",
    "MonthIncome",
    "NonCash",
    "ParameterSet",
    "Payer",
    "Purpose",
    "Range",
    "Receipt",
    "Relation",
    "Relative",
    "Repayment",
    "Sharing",
    "Step",
    "Undue",
    "Unit",
    "amount_text",
    "care_home_fees",
    "change_threshold",
    "contract_continuation",
    "fees_of_month",
    "help_to_be_paid_back",
    "home_care_fee",
    "income_change",
    "law_on",
    "loan",
    "loss_benefit",
    "meal_benefit",
    "money",
    "month_fee",
    "month_income",
    "month_that_counts",
    "non_cash_benefit",
    "one_off_limit",
    "paid_back",
    "partial_month",
    "periodic_benefit",
    "permanent_benefit",
    "reasons",
    "relative_means",
    "repayment_plan",
    "returnable_benefit",
    "sentence",
    "special_targeted_benefit",
    "specialist_care_fee",
    "targeted_benefit",
    "undue_benefit",
]
