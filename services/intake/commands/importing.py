"""What another system kept: persons and households, each row once however often it is sent."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4, uuid5

from osnowa_contracts.roles import Role

from chassis.context import Context, command
from chassis.event_log import Receipt
from services.intake import queries
from services.intake.commands.households import Households
from services.intake.commands.inputs import HouseholdMember, ImportedHousehold, ImportedPerson
from services.intake.description import without_document
from services.intake.household import Household
from services.intake.person import Person
from services.intake.person_refusals import AlreadyInHousehold, HouseholdOverAtOnce, RowUnknown
from services.intake.queries import households
from services.intake.values import IdType, WithoutDocument

ROWS = UUID("05e0a000-0000-4000-8000-00000000c5f0")
"""The space of ids that follow from a system and its own row id."""


def id_of_row(source: str, kind: str, row: str) -> UUID:
    return uuid5(ROWS, f"{source}/{kind}/{row}")


class Importing(Households):
    """Only who takes over data issues these commands, and nothing else."""

    @command(Role.MIGRATION)
    async def import_person(self, new: ImportedPerson, *, ctx: Context) -> Receipt:
        """Raises whatever register_person raises, and RowUnknown for a mother's row."""
        id_ = id_of_row(new.source, "person", new.row)
        if (known := await self.log.find(Person, id_, ctx=ctx)) is not None:
            return await self.log.append(known, ctx=ctx)
        if new.same_person is not None:
            person = await self.log.load(Person, new.same_person, ctx=ctx)
            person.recognise(new.source, new.row)
            return await self.log.append(person, ctx=ctx)
        new = await self._with_mother(new)
        data, number, hashed = await self._described(new, ctx)
        await self._refuse_duplicates(data, number, hashed, none_of_these=new.none_of_these)
        person = Person.register(
            id_,
            data,
            id_type=new.id_type,
            id_ref=uuid4() if hashed else None,
            no_id_reason=new.no_id_reason,
            imported_from=new.source,
            imported_row=new.row,
        )
        return await self._append_with_identifier(person, new.id_type, number, hashed, ctx)

    @command(Role.MIGRATION)
    async def import_household(self, new: ImportedHousehold, *, ctx: Context) -> Receipt:
        """Raises RowUnknown, AlreadyInHousehold, HouseholdOverAtOnce."""
        id_ = id_of_row(new.source, "household", new.row)
        if (known := await self.log.find(Household, id_, ctx=ctx)) is not None:
            return await self.log.append(known, ctx=ctx)
        return await self._kept(await self._household(id_, new, ctx), ctx)

    # --- questions: what an import would do, and nothing done ----------------

    async def rehearse_person(self, new: ImportedPerson, *, ctx: Context) -> bool:
        """Whether the row is new. Raises what import_person would raise."""
        if await self.person_of_row(new.source, new.row) is not None:
            return False
        if new.same_person is not None:
            (await self.log.load(Person, new.same_person)).require_own()
            return True
        if new.mother_row is not None and await self.person_of_row(new.source, new.mother_row):
            new = await self._with_mother(new)
        data, number, hashed = await self._described(_as_if_mother_known(new), ctx)
        if new.mother_row is not None and new.id_type is IdType.NONE:
            data = replace(data, mother_id=new.mother_id or ROWS)  # she is a row of the same file
            without_document(data, new.without_document, new.no_id_reason, today=ctx.today)
        await self._refuse_duplicates(data, number, hashed, none_of_these=new.none_of_these)
        return True

    async def rehearse_household(self, new: ImportedHousehold, *, ctx: Context) -> bool:
        """Whether the row is new. Raises what import_household would raise."""
        id_ = id_of_row(new.source, "household", new.row)
        if await self.log.find(Household, id_) is not None:
            return False
        household = await self._household(id_, new, ctx)
        members = household.members_on(new.since)
        found = await households.already_elsewhere(
            self.reading, [one.person_id for one in members], new.since, new.until
        )
        if found is not None:
            raise AlreadyInHousehold(found["person_id"], found["day"])
        return True

    async def person_of_row(self, source: str, row: str) -> UUID | None:
        return await queries.person_of_row(self.reading, source, row)

    # --- how it is done -----------------------------------------------------

    async def _with_mother(self, new: ImportedPerson) -> ImportedPerson:
        if new.mother_row is None:
            return new
        mother_id = await self._person_of(new.source, new.mother_row)
        return new.model_copy(update={"mother_id": mother_id})

    async def _household(self, id_: UUID, new: ImportedHousehold, ctx: Context) -> Household:
        if new.until is not None and new.until <= new.since:
            raise HouseholdOverAtOnce(new.since, new.until)
        given = [
            HouseholdMember(
                person_id=await self._person_of(new.source, one.row), relation=one.relation
            )
            for one in new.members
        ]
        members = await self._members(given, ctx)
        made = Household.define(members, since=new.since, id=id_, imported_from=new.source)
        if new.until is not None:
            made.end(on=new.until)
        return made

    async def _person_of(self, source: str, row: str) -> UUID:
        person_id = await self.person_of_row(source, row)
        if person_id is None:
            raise RowUnknown(source, row)
        return person_id


def _as_if_mother_known(new: ImportedPerson) -> ImportedPerson:
    """Before anything is imported, the rows of a file cannot refer to each other yet."""
    if new.mother_row is None or new.id_type is not IdType.NONE:
        return new
    why = {"without_document": WithoutDocument.OTHER, "no_id_reason": WithoutDocument.NEWBORN}
    return new.model_copy(update=why)
