# shellcheck shell=bash
# Every question to GitHub that the scripts ask. Read with `.`; needs GH_TOKEN and GITHUB_REPOSITORY.
LABEL=vecina-due
MARK='<!-- vecina:due -->'
NOTHING='Nothing is late.'

# Whether nobody but its members can read this repository. When the event did not say so GitHub is asked; no answer is a no.
repository_is_private() {
  local private=${PRIVATE:-}
  [ -n "$private" ] || private=$(gh api "repos/$GITHUB_REPOSITORY" --jq .private) || private=
  [ "$private" = true ]
}

# Keeps the one issue of what is late. What is written there is mailed to all who watch, so: nothing when nothing changed,
# an edit (which mails nobody) when something did, and a comment for what became late newly.
track() { # FILE FOLDER
  local found number state
  found=$(gh issue list --repo "$GITHUB_REPOSITORY" --label "$LABEL" --state all --limit 100 --json number,state,body |
    jq --compact-output --arg mark "$MARK" 'map(select(.body | startswith($mark))) | sort_by(.number) | first // empty')
  if [ -z "$found" ]; then
    if is_late "$1"; then
      gh label create "$LABEL" --repo "$GITHUB_REPOSITORY" --force --color B60205 --description "Kept up to date by a workflow"
      gh issue create --repo "$GITHUB_REPOSITORY" --label "$LABEL" --title "What is late" --body-file "$1"
    fi
    return
  fi
  number=$(jq .number <<<"$found")
  state=$(jq --raw-output .state <<<"$found")
  jq --raw-output .body <<<"$found" | tr -d '\r' >"$2/before.md"
  if [ "$(cat "$2/before.md")" = "$(cat "$1")" ]; then # what the shell takes away at the end, GitHub may have too
    echo "The issue stays as it is."
    return
  fi
  if is_late "$1" && [ "$state" = CLOSED ]; then
    gh issue reopen "$number" --repo "$GITHUB_REPOSITORY"
  fi
  # told before the list is changed: should the run end here, the next one tells it again
  if newly_late "$2/before.md" "$1" >"$2/new.md"; then
    gh issue comment "$number" --repo "$GITHUB_REPOSITORY" --body-file "$2/new.md"
  fi
  gh issue edit "$number" --repo "$GITHUB_REPOSITORY" --body-file "$1"
  if ! is_late "$1" && [ "$state" = OPEN ]; then
    gh issue close "$number" --repo "$GITHUB_REPOSITORY"
  fi
}

is_late() { ! grep --quiet --line-regexp --fixed-strings "$NOTHING" "$1"; }

# The lines of the second list that the first has not; ends with 1 when there is none.
newly_late() { # BEFORE NOW
  local lines
  lines=$(grep '^- ' "$2" | grep --invert-match --line-regexp --fixed-strings --file <(grep '^- ' "$1" || echo '-') || true)
  [ -n "$lines" ] || return 1
  printf 'New on the list:\n\n%s\n' "$lines"
}
