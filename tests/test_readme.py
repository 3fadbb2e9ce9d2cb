from __future__ import annotations

import re
from pathlib import Path

from tonecheck.examples import hold

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
RULE_FILES = re.findall(r"```yaml\n# (courtesy/\S+\.yaml)\n(.*?)```", README, re.DOTALL)


def test_the_rules_that_the_readme_shows_keep_their_examples(tmp_path: Path) -> None:
    assert len(RULE_FILES) > 2
    for name, written in RULE_FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, "utf-8")
    outcomes = list(hold([tmp_path / "courtesy"]))
    held = {Path(name).stem for name, _ in RULE_FILES if "/words/" not in name}
    assert {outcome.name for outcome in outcomes} >= held
    assert [outcome for outcome in outcomes if outcome.complaints] == []
