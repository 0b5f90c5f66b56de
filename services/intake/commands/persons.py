"""Persons: registered once, corrected, and merged where two entries are one person."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.database import Connection, Pool
from chassis.event_log import EventLog, Receipt
from chassis.transaction import transaction
from services.intake import queries, wanted
from services.intake.commands.inputs import (
    IdentifierCorrection,
    IdentifierWithdrawal,
    Merge,
    MergeUndoing,
    NewPerson,
    PersonCorrection,
    Search,
)
from services.intake.description import (
    citizenship_of,
    describe,
    require_fitting_document,
    require_possible,
    without_document,
    without_pesel,
)
from services.intake.identity import (
    SUSPICIOUS,
    Candidate,
    Description,
    Match,
    keyed_hash,
    normalised,
    normalised_phone,
    plain_address,
)
from services.intake.person import Person
from services.intake.person_refusals import DifferentPesels, TwoHouseholdsAtOnce
from services.intake.pesel import Pesel, one_slip_away
from services.intake.queries import finding, households
from services.intake.refusals import (
    DuplicateSuspected,
    IdentifierMissing,
    IdentifierTaken,
    NothingToCorrect,
)
from services.intake.values import IdType, PersonData


class Persons:
    """`reading` is the pool of the same database that the log writes to.

    `index_secret` keys the hashes in the search index; with another one nobody is found again.
    """

    def __init__(self, log: EventLog, reading: Pool, *, index_secret: str) -> None:
        self.log = log
        self.reading = reading
        self._key = f"osnowa/intake/index/{index_secret}".encode()

    @command(Role.INFORMATION_WORKER, Role.INFORMATION_HEAD)
    async def register_person(self, new: NewPerson, *, ctx: Context) -> Receipt:
        """Raises PeselInvalid, DuplicateSuspected with candidates, IdentifierTaken."""
        data, number, hashed = await self._described(new, ctx)
        await self._refuse_duplicates(data, number, hashed, none_of_these=new.none_of_these)
        id_ref = uuid4() if hashed else None
        person = Person.register(
            uuid4(), data, id_type=new.id_type, id_ref=id_ref, no_id_reason=new.no_id_reason
        )
        return await self._append_with_identifier(person, new.id_type, number, hashed, ctx)

    @command(Role.INFORMATION_WORKER, Role.INFORMATION_HEAD)
    async def correct_person(
        self, person_id: UUID, new: PersonCorrection, *, ctx: Context
    ) -> Receipt:
        """What is left out stays as it is; what was there before stays in the history.

        Raises what registration would, of what is corrected.
        """
        person = await self.log.load(Person, person_id, ctx=ctx)
        pesel = await self._pesel_of(person)
        require_possible(person.data, new.correction, person.id_type, pesel=pesel, today=ctx.today)
        person.correct(new.correction, reason=new.reason, pesel=pesel)
        return await self.log.append(person, ctx=ctx)

    @command(Role.INFORMATION_WORKER, Role.INFORMATION_HEAD)
    async def correct_identifier(
        self, person_id: UUID, new: IdentifierCorrection, *, ctx: Context
    ) -> Receipt:
        """The earlier number is kept, but finds nobody any more.

        Raises IdentifierMissing, IdentifierTaken, ForeignersDataFirst, NothingToCorrect.

        `data` has `corrected`: birth date and sex, where the new PESEL says something else.
        """
        person = await self.log.load(Person, person_id, ctx=ctx)
        pesel = Pesel.parse(new.number) if new.id_type is IdType.PESEL else None
        number = pesel.digits if pesel else new.number.strip()
        if not number:
            raise IdentifierMissing(new.id_type)
        require_fitting_document(person.data, new.id_type)
        hashed = keyed_hash(self._key, new.id_type, number)
        theirs = await queries.owner_of_identifier(self.reading, new.id_type, hashed) == person_id
        if theirs and not (pesel and person.told_otherwise_by(pesel).named):
            raise NothingToCorrect
        follows = person.correct_identifier(new.id_type, uuid4(), reason=new.reason, pesel=pesel)
        return await self._append_with_identifier(
            person, new.id_type, number, hashed, ctx, result={"corrected": follows.named}
        )

    @command(Role.INFORMATION_WORKER, Role.INFORMATION_HEAD)
    async def withdraw_identifier(
        self, person_id: UUID, new: IdentifierWithdrawal, *, ctx: Context
    ) -> Receipt:
        """Marks the number as wrong; it finds nobody any more, and others may have it."""
        person = await self.log.load(Person, person_id, ctx=ctx)
        person.withdraw_identifier(reason=new.reason)
        async with transaction(self.log, ctx) as (ctx, tx):
            receipt = await self.log.append(person, ctx=ctx)
            await queries.supersede_identifiers(tx, person_id)
        return receipt

    # --- two entries, one person --------------------------------------------

    @command(Role.INFORMATION_HEAD)
    async def merge_persons(self, person_id: UUID, new: Merge, *, ctx: Context) -> Receipt:
        """`person_id` goes on, `absorbed_id` leads to it. Raises DifferentPesels and others."""
        survivor = await self.log.load(Person, person_id, ctx=ctx)
        absorbed = await self.log.load(Person, new.absorbed_id, ctx=ctx)
        survivor.absorb(absorbed, reason=new.reason)
        async with transaction(self.log, ctx) as (ctx, tx):
            receipt = await self.log.append(survivor, absorbed, ctx=ctx)
            await _refuse_two_households(tx, survivor.id, absorbed.id)
            if await queries.pesels_of(tx, survivor.id, absorbed.id) > 1:
                raise DifferentPesels
        return receipt

    @command(Role.INFORMATION_HEAD)
    async def undo_person_merge(
        self, person_id: UUID, new: MergeUndoing, *, ctx: Context
    ) -> Receipt:
        """They are two persons after all. Raises NotMerged."""
        survivor = await self.log.load(Person, person_id, ctx=ctx)
        absorbed = await self.log.load(Person, new.absorbed_id, ctx=ctx)
        survivor.set_apart(absorbed, reason=new.reason)
        return await self.log.append(survivor, absorbed, ctx=ctx)

    # --- questions ----------------------------------------------------------

    async def search(self, new: Search) -> list[Candidate]:
        """Not a command: nothing changes. Here because the index is asked with its key."""
        line = wanted.read(new.text)
        number = new.number or line.pesel or line.document
        id_type = IdType.ID_CARD if line.document and not new.number else new.id_type
        phone, near = new.phone or line.phone, self._near(id_type, number)
        return await finding.search(
            self.reading,
            Description(
                normalised(f"{new.name} {line.name}"),
                new.birth_date or line.birth_date,
                keyed_hash(self._key, id_type, number) if number else None,
                normalised_phone(phone) if phone else None,
                plain_address(new.address or line.address) or None,
                near,
                typed=True,
                or_born=frozenset() if new.birth_date else line.or_born,
                birth_year=line.birth_year,
            ),
        )

    async def suspected(self, new: NewPerson, *, ctx: Context) -> list[Candidate]:
        """Who holds up the registration of this person. Raises what register_person raises."""
        data, number, hashed = await self._described(new, ctx)
        return await self._suspected(data, number, hashed)

    async def birth_date(self, new: NewPerson, *, ctx: Context) -> date:
        """As it would be registered. Raises what register_person raises."""
        data, *_ = await self._described(new, ctx)
        return data.birth_date

    # --- how it is done -----------------------------------------------------

    async def _described(self, new: NewPerson, ctx: Context) -> tuple[PersonData, str, str | None]:
        """The person's data, the number of the document and its keyed hash."""
        pesel = Pesel.parse(new.number or "") if new.id_type is IdType.PESEL else None
        data = describe(
            given_names=new.given_names,
            family_name=new.family_name,
            teryt=new.teryt,
            pesel=pesel,
            birth_date=new.birth_date,
            sex=new.sex,
            today=ctx.today,
            citizenship=citizenship_of(new.citizenship, new.id_type),
            address=new.address,
            phone=new.phone,
            language=new.language,
            accessibility_need=new.accessibility_need,
            residence_title=new.residence_title,
            last_address=new.last_address,
            mother_id=new.mother_id,
        )
        if new.mother_id is not None:
            (await self.log.load(Person, new.mother_id, ctx=ctx)).require_own()
        if pesel is not None:
            return data, pesel.digits, keyed_hash(self._key, new.id_type, pesel.digits)
        data = without_pesel(data, new.id_type)
        if new.id_type is IdType.NONE:
            why, reason = new.without_document, new.no_id_reason
            return without_document(data, why, reason, today=ctx.today), "", None
        number = (new.number or "").strip()
        if not number:
            raise IdentifierMissing(new.id_type)
        return data, number, keyed_hash(self._key, new.id_type, number)

    async def _pesel_of(self, person: Person) -> Pesel | None:
        """The person's number; None also where the row that held it was deleted."""
        if person.id_type is not IdType.PESEL or person.id_ref is None:
            return None
        number = await queries.number_of(self.reading, person.id_ref)
        return Pesel.parse(number) if number else None

    def _near(self, id_type: IdType, number: str) -> frozenset[str]:
        """The hashes of what may have been meant, where the number is a PESEL."""
        if id_type is not IdType.PESEL:
            return frozenset()
        return frozenset(keyed_hash(self._key, id_type, near) for near in one_slip_away(number))

    async def _suspected(
        self, data: PersonData, number: str, hashed: str | None
    ) -> list[Candidate]:
        near = self._near(IdType.PESEL, number)
        return [
            candidate
            for candidate in await finding.like(self.reading, data, hashed, near)
            if SUSPICIOUS & set(candidate.reasons)
        ]

    async def _refuse_duplicates(
        self, data: PersonData, number: str, hashed: str | None, *, none_of_these: bool
    ) -> None:
        found = await self._suspected(data, number, hashed)
        for candidate in found:
            if Match.SAME_IDENTIFIER in candidate.reasons:
                raise IdentifierTaken(candidate.person_id)
        if found and not none_of_these:
            raise DuplicateSuspected([asdict(candidate) for candidate in found])

    async def _append_with_identifier(
        self,
        person: Person,
        id_type: IdType,
        number: str,
        hashed: str | None,
        ctx: Context,
        *,
        result: dict[str, Any] | None = None,
    ) -> Receipt:
        """The number and the event that refers to it commit together, or neither does."""
        if hashed is None or person.id_ref is None:
            return await self.log.append(person, ctx=ctx)
        async with transaction(self.log, ctx) as (ctx, tx):
            receipt = await self.log.append(person, ctx=ctx, result=result)
            if receipt.repeated:
                return receipt
            try:
                await queries.keep_identifier(tx, person.id_ref, person.id, id_type, number, hashed)
            except asyncpg.UniqueViolationError:
                other = await self._owner_of(id_type, hashed)
                raise IdentifierTaken(other) from None
        return receipt

    async def _owner_of(self, id_type: IdType, hashed: str) -> UUID:
        owner = await queries.owner_of_identifier(self.reading, id_type, hashed)
        assert owner is not None, "an identifier that is taken belongs to somebody"
        return owner


async def _refuse_two_households(tx: Connection, one: UUID, other: UUID) -> None:
    day: date | None = await households.both_on_one_day(tx, one, other)
    if day is not None:
        raise TwoHouseholdsAtOnce(day)
