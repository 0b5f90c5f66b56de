"""What belongs in which room, where an import rule cannot say it (.importlinter says the rest)."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("contracts/osnowa_contracts", "chassis", "services", "deploy/osnowa")

WIRING = {
    "main", "pages", "api", "commands", "reactions", "disclosures", "projections", "queries",
}  # fmt: skip
"""Modules of a service that may know the chassis and libraries; all others hold rules."""

RULES_MAY_IMPORT = {
    "chassis.aggregate", "chassis.calendar", "chassis.refusal", "osnowa_contracts.codes",
    "osnowa_contracts.wording", "stdnum", "rapidfuzz",
}  # fmt: skip

FORMATS = "contracts/osnowa_contracts/wording/formats.py"

LONG_BUT_TABLES = {
    "contracts/osnowa_contracts/codes.py": "the code lists of the field, one after another",
    "contracts/osnowa_contracts/wording/english.py": "each fact's sentence in English",
    "contracts/osnowa_contracts/wording/labels.py": "the names of all codes, in two languages",
    "contracts/osnowa_contracts/wording/polish.py": "each fact's sentence in Polish",
    "services/benefits/history_words.py": "what each event of a case is called, in two languages",
    "services/benefits/lifecycle.py": "the states of C1 and what may be done in each",
    "services/benefits/pages/acts_of_case.py": "each act of a case with its form",
    "services/benefits/act_english.py": "what the forms of a case say, in English",
    "services/benefits/realised_words.py": "what the pages after a decision say, in two languages",
}
"""Modules over 320 lines, each with the reason: a table of rules may be long."""

DOMAIN_WORDS = re.compile(
    r"benefit|household|referral|triage|pesel|allowance|applicant|pomost|blue.?card|home.?care"
    r"|social.?work|\b(mops|mopr|mcus|pup|dps|sko)\b|zasił|świadczen|wniosek|wniosk|wywiad",
    re.IGNORECASE,
)

SQL = re.compile(
    r"^\s*(SELECT\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|WITH\s+\w+\s+AS\s*\("
    r"|CREATE\s+(TABLE|INDEX|FUNCTION)\s)",
    re.IGNORECASE,
)

ELSEWHERE = re.compile(
    r"registry\.npmjs|pythonhosted|pypi\.(org|io)|(?<!\w)--(extra-)?index-url"
    r"|(?<![\w.$}])/(work|root)/\w|(?<![\w.$}])/home/\w+/|/tmp/\w"
)
"""Package registries and paths that exist on one machine only."""

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
LOG_LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}
NOT_IN_RULES = {"uuid4", "now", "today", "utcnow", "open", "print", "random"}


def tracked(*suffixes: str) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    paths = [path for path in listed.stdout.split("\0") if path and (ROOT / path).is_file()]
    return [path for path in paths if not suffixes or path.endswith(suffixes)]


def modules() -> list[str]:
    return [path for path in tracked(".py") if path.startswith(PACKAGES)]


def rule_modules() -> list[str]:
    return [
        path
        for path in modules()
        if path.startswith("services/")
        and len(parts := Path(path).with_suffix("").parts) > 2
        and not WIRING & set(parts[2:])
    ]


def text(path: str) -> str:
    try:
        return (ROOT / path).read_text("utf-8")
    except UnicodeDecodeError:
        return ""


def tree(path: str) -> ast.Module:
    return ast.parse(text(path), path)


def imports(path: str) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = node.module or ""
            whole = "." in package or package in sys.stdlib_module_names
            yield from [package] if whole else (f"{package}.{name.name}" for name in node.names)


def calls(path: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def test_every_module_begins_by_saying_what_it_is_for() -> None:
    silent = [
        path for path in modules() if text(path).strip() and not ast.get_docstring(tree(path))
    ]
    assert silent == []


def test_a_module_is_short_or_named_as_a_table() -> None:
    long = {path for path in modules() if text(path).count("\n") > 320}
    assert long - set(LONG_BUT_TABLES) == set()


def test_the_chassis_holds_no_domain_word() -> None:
    found = [
        f"{path}:{number}: {word.group()}"
        for path in tracked(".py", ".sql", ".html", ".css", ".js")
        if path.startswith("chassis/")
        for number, line in enumerate(text(path).splitlines(), 1)
        if (word := DOMAIN_WORDS.search(line))
    ]
    assert found == []


def test_sql_stands_in_queries_projections_and_the_chassis() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path in modules()
        if path.startswith(("services/", "contracts/"))
        and not {"queries", "projections"} & set(Path(path).with_suffix("").parts)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value)
    ]
    assert found == []


def test_rules_import_the_standard_library_and_their_own_service() -> None:
    found = [
        f"{path}: {name}"
        for path in rule_modules()
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not name.startswith(".".join(Path(path).parts[:2]))
        and not {name, name.split(".")[0]} & RULES_MAY_IMPORT
    ]
    assert found == []


def test_days_in_figures_and_names_of_months_are_written_in_one_place() -> None:
    own = re.compile(r"%d\.%m\.%Y|[\"']luty[\"']|[\"']February[\"']")
    found = [path for path in modules() if path != FORMATS and own.search(text(path))]
    assert found == []


def test_rules_are_told_the_time_and_the_ids_and_touch_nothing() -> None:
    found = [
        f"{path}:{call.lineno}: {name}"
        for path in rule_modules()
        for call in calls(path)
        if (name := _called(call)) in NOT_IN_RULES
    ]
    assert found == []


def test_a_log_line_is_a_constant_sentence_its_values_stand_beside_it() -> None:
    found = [
        f"{path}:{call.lineno}"
        for path in modules()
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in LOG_LEVELS
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id in {"log", "logger"}
        and not (len(call.args) == 1 and isinstance(call.args[0], ast.Constant))
    ]
    assert found == []


def test_nothing_is_left_unfinished() -> None:
    found = [
        f"{path}:{number}"
        for path in tracked(".py", ".sql", ".html", ".toml", ".yml", ".sh")
        if path != "tests/test_rooms.py"
        for number, line in enumerate(text(path).splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert found == []


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    found = [
        f"{path}:{number}: {place.group()}"
        for path in tracked()
        if path != "tests/test_rooms.py"
        for number, line in enumerate(text(path).splitlines(), 1)
        if (place := ELSEWHERE.search(line))
    ]
    assert found == []


def test_no_file_holds_a_pesel_that_somebody_may_have() -> None:
    """Birth months 41 to 52 mean the years 2100 to 2199: nobody has such a number yet."""
    found = [
        f"{path}: {number}"
        for path in tracked()
        if not path.endswith((".lock", "package-lock.json", ".svg", ".min.js", ".min.css"))
        for number in re.findall(r"(?<![\w.])\d{11}(?![\w.]\d)", text(path))
        if _is_pesel(number) and not 41 <= int(number[2:4]) <= 52
    ]
    assert found == []


@pytest.mark.parametrize("line", ["SELECT id FROM case", "  insert into t values (1)"])
def test_the_check_knows_sql_when_it_sees_it(line: str) -> None:
    assert SQL.match(line)


def _says(path: str) -> bool:
    return bool(ast.get_docstring(tree(path)))


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_pesel(number: str) -> bool:
    digits = [int(digit) for digit in number]
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
    check = -sum(w * d for w, d in zip(weights, digits, strict=False)) % 10
    month, day = int(number[2:4]) % 20, int(number[4:6])
    return check == digits[10] and 1 <= month <= 12 and 1 <= day <= 31
