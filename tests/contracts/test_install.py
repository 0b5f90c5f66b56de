"""The package stands alone: an outsider needs pydantic and nothing else of ours."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

CONTRACTS = Path(__file__).parents[2] / "contracts"
NEEDED = ("pydantic", "pydantic_core", "annotated_types", "typing_inspection", "typing_extensions")

READ_ONE = """
import sys
from osnowa_contracts import benefits, examples, wording
from osnowa_contracts.envelope import Envelope
from osnowa_contracts.reading import parse

raw = examples.envelope_for(examples.example(benefits.DecisionIssued)).to_bytes()
envelope = Envelope.from_bytes(raw)
match parse(envelope):
    case benefits.DecisionIssued(number=number):
        print(number, wording.sentence(envelope.type, envelope.form, envelope.data, "en"))
from osnowa_contracts import check
assert check.main([]) == 0
assert not {"chassis", "services", "jsonschema_rs", "asyncpg", "nats"} & set(sys.modules)
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as `pip install ./contracts` leaves it, beside pydantic, with nothing else."""
    place = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--no-build-isolation", "--no-index", "--target", str(place)),
            str(CONTRACTS),
        ],
        check=True,
        timeout=120,
    )
    for name in NEEDED:
        spec = find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        origin = Path(spec.origin)
        source = origin.parent if origin.name == "__init__.py" else origin
        (place / source.name).symlink_to(source)
    return place


def test_an_outsider_installs_the_package_and_reads_a_fact(installed: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.append({str(installed)!r})"
         + READ_ONE],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "MOPS/BEN/112/2026 A decision was issued" in done.stdout


def test_the_installed_package_carries_schemas_and_types(installed: Path) -> None:
    package = installed / "osnowa_contracts"
    assert (package / "py.typed").exists()
    assert len(list((package / "schemas").glob("*.json"))) > 100


def test_the_readme_s_example_runs(installed: Path) -> None:
    readme = (CONTRACTS / "README.md").read_text(encoding="utf-8")
    code = readme.split("```python\n", 1)[1].split("```", 1)[0]
    raw = (
        "from osnowa_contracts import benefits, examples\n"
        "raw = examples.envelope_for(examples.example(benefits.DecisionIssued)).to_bytes()\n"
    )
    path = f"import sys; sys.path.append({str(installed)!r})\n"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", path + raw + code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "MOPS/BEN/112/2026 2026-05-31" in done.stdout
