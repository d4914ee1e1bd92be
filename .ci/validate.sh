#!/usr/bin/env bash
# Checks the records of a change, and says in sentences what changes.
#   RECORDS  the folder that holds data/ (this one if not said): read as data, nothing in it is run
#   BASE     the revision before the change
#   OUT      where comment.md goes, and the number of the pull request if PR_NUMBER is set
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
. .ci/common.sh
RECORDS=${RECORDS:-.}
form=text
on_github && form=github
mkdir -p "$OUT"
failed=0

base=$(base_of "$RECORDS" "${BASE:-}")
"$VECINA" fmt --check --root "$RECORDS" || failed=1
if [ -e "$RECORDS/.github/CODEOWNERS" ]; then
  "$VECINA" owners --check --root "$RECORDS" || failed=1
fi
if [ -n "$base" ]; then
  "$VECINA" check --root "$RECORDS" --base "$base" --format "$form" || failed=1
  if "$VECINA" diff "$base" --root "$RECORDS" --format markdown >"$OUT/comment.md"; then
    beginning "$SUMMARY_BYTES" "$OUT/comment.md" >>"$SUMMARY"
    on_github || cat "$OUT/comment.md"
  else
    rm -f "$OUT/comment.md"
    failed=1
  fi
else
  echo "There is no revision to compare with, so only the records themselves are checked."
  "$VECINA" check --root "$RECORDS" --format "$form" || failed=1
fi
if [ -n "${PR_NUMBER:-}" ]; then
  printf '%s\n' "$PR_NUMBER" >"$OUT/number"
fi
exit "$failed"
