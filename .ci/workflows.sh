#!/usr/bin/env bash
# Audits the workflows, and runs the project's own tests of them.
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/zizmor --offline --no-progress --persona=pedantic .github
.venv/bin/pytest -n 0 tests/test_workflows.py tests/test_ci_scripts.py tests/test_ci_github.py
