"""The social worker's pages: my files, and one file with its certificates, actions and texts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from osnowa_contracts.roles import Role
from osnowa_contracts.wording import formats
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from chassis.context import Context, roles_of
from chassis.event_log import Receipt
from chassis.refusal import Refusal
from chassis.web import (
    Ctx,
    FormErrors,
    Here,
    Running,
    Site,
    page,
    parse_form,
    record_reads,
    speech_of,
)
from services.socialwork import queries, words
from services.socialwork.commands import Commands
from services.socialwork.commands.inputs import (
    ActionDone,
    Assignment,
    Closing,
    ContractBenefitWanted,
    Contracting,
    ContractOver,
    Cooperating,
    CooperationTerms,
    Keeping,
    NeedSeen,
    Note,
    UnusedResources,
)
from services.socialwork.cooperation import Cooperation, cooperation_id
from services.socialwork.file import Action, File

router = APIRouter(include_in_schema=False)

Service = Running[Commands]

FORMS: dict[str, tuple[type[BaseModel], Callable[..., Awaitable[Receipt]], Action]] = {
    "worker": (Assignment, Commands.assign_social_worker, Action.ASSIGN),
    "notes": (Note, Commands.write_note, Action.WORK),
    "actions": (ActionDone, Commands.record_action, Action.WORK),
    "certificate-4": (UnusedResources, Commands.certify_unused_resources, Action.WORK),
    "certificate-5": (CooperationTerms, Commands.set_cooperation_terms, Action.WORK),
    "terms-update": (CooperationTerms, Commands.update_cooperation_terms, Action.WORK),
    "certificate-6": (Cooperating, Commands.certify_cooperation, Action.WORK),
    "need-change": (NeedSeen, Commands.report_need_change, Action.WORK),
    "keeping": (Keeping, Commands.keep_social_work, Action.KEEP),
    "contract": (Contracting, Commands.conclude_contract, Action.WORK),
    "contract-end": (ContractOver, Commands.end_contract, Action.WORK),
    "benefit-request": (
        ContractBenefitWanted,
        Commands.request_contract_benefit,
        Action.WORK,
    ),
    "closing": (Closing, Commands.close_social_work, Action.CLOSE),
}
"""Forms of the file page: what is sent, which command it becomes, what must be permitted."""


@router.get("/files")
async def files_page(request: Request, ctx: Ctx, service: Service) -> Response:
    """The social worker's own files; for the head those without a worker."""
    head = ctx.worker.role == Role.SOCIAL_WORK_HEAD
    rows = await (
        queries.files_without_worker(service.reading)
        if head
        else queries.files_of_worker(service.reading, ctx.worker.id)
    )
    await record_reads(request, ctx.worker, "files", *(row["person_id"] for row in rows))
    return page(request, "files.html", files=rows, head=head, words=words)


@router.get("/files/{file_id}")
async def file_page(
    request: Request, file_id: UUID, ctx: Ctx, site: Here, service: Service
) -> Response:
    return await _file_page(request, file_id, ctx, site, service, "", FormErrors())


@router.post("/files/{file_id}/{what}")
async def submit(
    request: Request, file_id: UUID, what: str, ctx: Ctx, site: Here, service: Service
) -> Response:
    """One of the forms of the page: parse, one command, back to the page."""
    if what not in FORMS:
        raise HTTPException(404)
    model, command, _ = FORMS[what]
    form, speech = await request.form(), speech_of(request)
    wanted = parse_form(model, form, speech)
    if not isinstance(wanted, FormErrors):
        try:
            await command(service.commands, file_id, wanted, **_chosen_from(site, what), ctx=ctx)
            return RedirectResponse(f"/files/{file_id}", status_code=303)
        except Refusal as refusal:
            wanted = FormErrors.of(refusal, form, speech)
    return await _file_page(request, file_id, ctx, site, service, what, wanted)


def _chosen_from(site: Site, what: str) -> dict[str, Any]:
    """What a command must know of the unit besides the form."""
    if what != "worker":
        return {}
    return {"team": site.directory.ids_at(site.unit.name, Role.SOCIAL_WORKER)}


async def _file_page(
    request: Request,
    file_id: UUID,
    ctx: Context,
    site: Site,
    service: Service,
    what: str,
    errors: FormErrors,
) -> Response:
    log, reading = service.commands.log, service.reading
    file = await log.load(File, file_id)
    cooperation = await log.find(Cooperation, cooperation_id(file.person_id))
    leads = ctx.worker.role == Role.SOCIAL_WORKER and ctx.worker.id == file.worker_id
    await record_reads(request, ctx.worker, "notes" if leads else "file", file.person_id)
    return page(
        request,
        "file.html",
        status=422 if errors else 200,
        file=file,
        row=await queries.file(reading, file_id),
        referrals=await queries.referrals_of(reading, file.person_id),
        certificates=await queries.certificates_of(reading, file.person_id),
        actions=await queries.actions_of(reading, file_id),
        texts=await queries.texts_of(reading, file_id) if leads else None,
        months=cooperation.expected(today=ctx.today) if cooperation else [],
        month=speech_of(request).month,
        offered=_offered(file, cooperation, ctx, leads=leads),
        workers=[
            (worker.id, worker.name)
            for worker in site.directory.workers_at(site.unit.name)
            if worker.role == Role.SOCIAL_WORKER
        ],
        names=site.directory.names(),
        contracts=_contracts(file, request),
        forms={name: errors if name == what else FormErrors() for name in FORMS},
        what=what,
        errors=errors,
        words=words,
        titled=_titled(request),
    )


def _offered(
    file: File, cooperation: Cooperation | None, ctx: Context, *, leads: bool
) -> list[str]:
    """The forms that this worker can use on this file now."""
    terms = cooperation is not None and cooperation.terms is not None
    unused = cooperation is not None and cooperation.unused is not None
    fits = {
        "keeping": file.decide_since is not None,
        "certificate-5": not terms and unused,
        "terms-update": terms,
        "contract-end": any(one.ended_on is None for one in file.contracts),
        "benefit-request": any(one.holds_on(ctx.today) for one in file.contracts),
        "certificate-6": terms and bool(cooperation and cooperation.expected(today=ctx.today)),
    }
    return [
        name
        for name, (_, command, action) in FORMS.items()
        if ctx.worker.role in roles_of(command)
        and action in file.permitted
        and fits.get(name, True)
        and (leads or ctx.worker.role != Role.SOCIAL_WORKER)
    ]


def _contracts(file: File, request: Request) -> list[tuple[str, str]]:
    """The contracts that run, by their part and day."""
    speech = speech_of(request)
    return [
        (
            str(one.contract_id),
            f"{speech.text(words.VARIANT[one.variant])}, {formats.day(one.on, speech.language)}",
        )
        for one in file.contracts
        if one.ended_on is None
    ]


def _titled(request: Request) -> Callable[[Mapping[Any, str]], Iterable[tuple[str, str]]]:
    """The options of a field, in the reader's language."""
    speech = speech_of(request)
    return lambda titles: [(code.value, speech.text(text)) for code, text in titles.items()]
