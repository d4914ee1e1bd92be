#!/usr/bin/env bash
# What is late: as annotations, as the summary of the run and, on GitHub, in one issue that is kept up to date.
#   BEFORE   the revision to tell from what became late newly; without it, the day before
#   PRIVATE  whether the repository is private, if the event said so
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/common.sh
. .ci/gh.sh
mkdir -p "$OUT"
form=text
on_github && form=github

if on_github && ! repository_is_private; then
  words="This repository is not private, so nothing about a case is written where everybody can read it. Run \`vecina due\` yourself."
  echo "::warning title=No report::$words"
  printf '%s\n' "$words" >>"$SUMMARY"
  exit 0
fi

since=$(base_of . "${BEFORE:-}")
if [ -z "$since" ]; then
  # the program's own day, not the runner's: it knows the program's time zone
  today=$("$VECINA" due --format json | jq --raw-output .today)
  since=$(jq --null-input --raw-output --arg day "$today" '($day + "T00:00:00Z" | fromdate) - 86400 | strftime("%Y-%m-%d")')
fi
"$VECINA" due --format "$form" --since "$since"
"$VECINA" due --format issue >"$OUT/issue.md"
if on_github; then
  track "$OUT/issue.md" "$OUT"
else
  cat "$OUT/issue.md"
fi
