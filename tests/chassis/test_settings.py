"""A part that is started without something it needs says what is missing and what to do."""

from pathlib import Path

import pytest

from chassis.settings import PREFIX, Settings, SettingsWrong

GIVEN = {
    "UNIT": "benefits",
    "UNITS_FILE": "deploy/units.toml",
    "DATABASE": "postgresql://benefits:hidden-password@127.0.0.1/benefits",
    "NATS": "nats://127.0.0.1:4222",
    "NATS_PASSWORD": "hidden-nats",
    "SESSION_SECRET": "hidden-session-" + "x" * 32,
    "PORT": "8101",
}


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in GIVEN.items():
        monkeypatch.setenv(PREFIX + name, value)


def test_settings_come_from_the_environment() -> None:
    settings = Settings.load()
    assert settings.unit == "benefits"
    assert settings.units_file == Path("deploy/units.toml")
    assert settings.port == 8101
    assert settings.host == "127.0.0.1"
    assert settings.clock_file is None


def test_a_missing_variable_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PREFIX + "DATABASE")
    with pytest.raises(SettingsWrong, match=r"OSNOWA_DATABASE \(missing\): the address of this"):
        Settings.load()


def test_a_wrong_value_is_named_without_repeating_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + "SESSION_SECRET", "too-short-secret")
    with pytest.raises(SettingsWrong, match="OSNOWA_SESSION_SECRET") as refused:
        Settings.load()
    assert "too-short-secret" not in str(refused.value)


def test_secrets_do_not_show() -> None:
    assert "hidden" not in repr(Settings.load())


def test_what_is_given_wins_over_the_environment() -> None:
    assert Settings.load(port=0).port == 0


def test_the_index_has_a_key_of_its_own_or_the_secret_of_the_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert Settings.load().index_secret == GIVEN["SESSION_SECRET"]
    monkeypatch.setenv(PREFIX + "INDEX_KEY", "hidden-index-" + "k" * 32)
    assert Settings.load().index_secret == "hidden-index-" + "k" * 32
    assert "hidden" not in repr(Settings.load())


def test_an_index_key_that_is_too_short_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + "INDEX_KEY", "short")
    with pytest.raises(SettingsWrong, match="OSNOWA_INDEX_KEY"):
        Settings.load()
