"""The PESEL number: eleven digits that tell birth date and sex and check themselves."""

from dataclasses import dataclass
from datetime import date

from stdnum.exceptions import ValidationError
from stdnum.pl import pesel as stdnum_pesel

from services.intake.refusals import PeselInvalid
from services.intake.values import Sex


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
