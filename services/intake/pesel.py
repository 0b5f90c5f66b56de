"""The PESEL number: eleven digits that tell birth date and sex and check themselves."""

from dataclasses import dataclass
from datetime import date

from stdnum.exceptions import ValidationError
from stdnum.pl import pesel as stdnum_pesel

from services.intake.refusals import PeselInvalid
from services.intake.values import Sex

LENGTH = 11


@dataclass(frozen=True)
class Pesel:
    """A valid PESEL. It never shows in `repr`, so that no log line holds one."""

    digits: str

    @classmethod
    def parse(cls, text: str) -> "Pesel":
        """Spaces and hyphens are ignored. Raises PeselInvalid."""
        try:
            return cls(stdnum_pesel.validate(text))
        except (ValidationError, KeyError, ValueError):
            raise PeselInvalid from None

    @property
    def birth_date(self) -> date:
        return stdnum_pesel.get_birth_date(self.digits)

    @property
    def sex(self) -> Sex:
        return Sex(stdnum_pesel.get_gender(self.digits))

    def __repr__(self) -> str:
        return "Pesel(***)"


def one_slip_away(text: str) -> frozenset[str]:
    """The valid numbers from which this one differs by one digit, or by two neighbours exchanged.

    The check digit does not count: who misread a digit may have it right or wrong. `text` need not
    be valid itself; what is not eleven digits is near to nothing.
    """
    digits = stdnum_pesel.compact(text)
    if not (len(digits) == LENGTH and digits.isdecimal() and digits.isascii()):
        return frozenset()
    body = digits[:-1]
    slips = {body}
    for place, digit in enumerate(body):
        slips |= {body[:place] + other + body[place + 1 :] for other in "0123456789"}
        if place:
            slips.add(body[: place - 1] + digit + body[place - 1] + body[place + 1 :])
    numbers = {slip + stdnum_pesel.calc_check_digit(slip) for slip in slips}
    return frozenset(n for n in numbers if n != digits and stdnum_pesel.is_valid(n))
