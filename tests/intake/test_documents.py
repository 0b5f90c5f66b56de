"""Which documents a matter needs, which the client showed, which are missing."""

from uuid import uuid4

import pytest

from services.intake.checklist import Checklist, checklist_id
from services.intake.contact_refusals import BenefitTypesUnasked
from services.intake.documents import Document, Needed, required
from services.intake.values import BenefitType, Reason

NEEDED = (
    Needed(Document.LABOUR_STATUS, (Reason.UNEMPLOYMENT,)),
    Needed(Document.INCOME),
    Needed(Document.IDENTITY),
    Needed(Document.INCOME),
    Needed(Document.DISABILITY, (Reason.DISABILITY, Reason.ILLNESS)),
)


@pytest.mark.parametrize(
    ("reasons", "documents"),
    [
        ((), (Document.IDENTITY, Document.INCOME)),
        (
            (Reason.UNEMPLOYMENT,),
            (Document.IDENTITY, Document.INCOME, Document.LABOUR_STATUS),
        ),
        ((Reason.ILLNESS,), (Document.IDENTITY, Document.INCOME, Document.DISABILITY)),
    ],
)
def test_the_situation_says_which_documents_are_needed(
    reasons: tuple[Reason, ...], documents: tuple[Document, ...]
) -> None:
    assert required(NEEDED, reasons) == documents


def test_what_was_not_shown_is_missing_until_it_is_shown() -> None:
    contact_id = uuid4()
    papers = Checklist(contact_id, uuid4(), False)
    assert papers.id == checklist_id(contact_id)
    asked = ((BenefitType.PERIODIC,), (Document.IDENTITY, Document.INCOME))
    first = papers.check(*asked, (Document.IDENTITY,))
    assert first.missing == (Document.INCOME,)
    assert papers.check(*asked, (Document.IDENTITY, Document.INCOME)).missing == ()
    assert papers.check(*asked, (Document.IDENTITY, Document.INCOME)).missing == ()
    assert len(papers.pending_events) == 3


def test_without_a_benefit_nothing_is_needed_yet() -> None:
    with pytest.raises(BenefitTypesUnasked):
        Checklist(uuid4(), uuid4(), False).check((), (), ())
