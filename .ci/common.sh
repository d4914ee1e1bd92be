# shellcheck shell=bash disable=SC2034
# What the scripts of this folder share. Read with `.`; it does nothing by itself.
VECINA=${VECINA:-.venv/bin/vecina}
OUT=${OUT:-build/ci}
SUMMARY=${GITHUB_STEP_SUMMARY:-/dev/null}
SUMMARY_BYTES=900000 # GitHub takes 1 MiB

on_github() { [ "${GITHUB_ACTIONS:-}" = true ]; }

# The revision a change is compared with, or nothing. Of a pull request GitHub checks out a merge whose first parent is
# the main branch as it is now; the event's base may be older, and then others' changes would be laid to this one.
base_of() { # FOLDER BASE
  local rev=$2
  if [ "${GITHUB_EVENT_NAME:-}" = pull_request ] && git -C "$1" rev-parse --quiet --verify 'HEAD^2' >/dev/null; then
    rev='HEAD^1'
  fi
  case $rev in '' | -*) return ;; esac
  git -C "$1" rev-parse --quiet --verify --end-of-options "$rev^{commit}" || true
}

# The beginning of a file, cut between two lines to at most so many bytes.
beginning() { # BYTES FILE
  if [ "$(wc -c <"$2")" -le "$1" ]; then
    cat "$2"
  else
    head -c "$(($1 - 100))" "$2" | sed '$d'
    printf '\nThe rest is left out: it is too long for this page.\n'
  fi
}
