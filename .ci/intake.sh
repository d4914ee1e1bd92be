#!/usr/bin/env bash
# Makes a pull request of an issue form, or answers with one comment. Two steps, so that only the second needs a token:
#   .ci/intake.sh read     reads the event's form, writes the records, commits them on the branch intake/NUMBER
#   .ci/intake.sh answer   pushes the branch and opens or updates the pull request, or comments on the issue
# What people wrote is data in files: it stands in no command, and none of it is printed.
set -euo pipefail

: "${GITHUB_EVENT_PATH:?the event of the issue, as JSON}"
: "${INTAKE_DIR:?a folder for what goes from one step to the other}"
BASE=${INTAKE_BASE:-main}
MARK='<!-- vecina-intake -->'
NAME='Intake'
MAIL='intake@vecina.org'

issue() { # prints one thing of the event: the number, the form by its label, or the body
  python3 - "$1" << 'PYTHON'
import json, os, sys
with open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8") as file:
    issue = json.load(file)["issue"]
labels = [label["name"] for label in issue["labels"]]
forms = [name.removeprefix("intake: ") for name in labels if name.startswith("intake: ")]
told = {"number": str(issue["number"]), "form": forms[0] if len(forms) == 1 else "", "body": issue["body"] or ""}
sys.stdout.buffer.write(told[sys.argv[1]].encode("utf-8", "replace"))
PYTHON
}

number=$(issue number)
[[ $number =~ ^[1-9][0-9]*$ ]] || { echo "This event is of no issue." >&2; exit 2; }
branch=intake/$number

stop() { # with a comment for the person, and nothing made
  printf '%s\n' "$1" > "$INTAKE_DIR/answer.md"
  echo comment > "$INTAKE_DIR/outcome"
  exit 0
}

read_form() {
  mkdir -p "$INTAKE_DIR"
  local form others ids=() remote="refs/remotes/origin/$branch" status=0
  form=$(issue form)
  case $form in
    request-a-mentor | place-cases | offer-to-mentor | report-a-date) ;;
    *) stop "The issue needs exactly one label of a form. Please fill in the form anew." ;;
  esac
  issue body > "$INTAKE_DIR/body.md"
  if git rev-parse --quiet --verify "$remote" > /dev/null; then
    others=$(git log --format=%ce "origin/$BASE..$remote" | grep -vxF "$MAIL" || true)
    if [ -n "$others" ]; then
      stop "Somebody has worked on the pull request of this form, so it stays as it is. Tell an admin what has changed."
    fi
    # a case keeps the id that it had before the form was edited
    while IFS= read -r file; do
      file=${file#data/cases/}
      ids+=(--id "${file%.yml}")
    done < <(git diff --name-only --diff-filter=A "origin/$BASE...$remote" -- data/cases)
  fi
  git checkout --quiet -B "$branch" "origin/$BASE"
  vecina intake "$INTAKE_DIR/body.md" --form "$form" --format markdown --apply ${ids[@]+"${ids[@]}"} \
    > "$INTAKE_DIR/answer.md" 2> "$INTAKE_DIR/errors.txt" || status=$?
  if [ "$status" = 1 ] && [ -s "$INTAKE_DIR/answer.md" ]; then
    echo comment > "$INTAKE_DIR/outcome"
  elif [ "$status" != 0 ]; then
    echo "vecina intake ended with $status; run it by hand on the form's text." >&2
    stop "The form could not be read, and that is our mistake, not yours. An admin has been told."
  else
    git add -- data
    git -c user.name="$NAME" -c user.email="$MAIL" commit --quiet -m "$form, from issue #$number"
    echo pull-request > "$INTAKE_DIR/outcome"
  fi
}

comment() { # one comment, kept up to date
  local ids id
  { echo "$MARK"; cat "$1"; } > "$INTAKE_DIR/comment.md"
  ids=$(gh api "repos/$GITHUB_REPOSITORY/issues/$number/comments" --paginate \
    --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$MARK\"))) | .id")
  id=${ids%%$'\n'*}
  if [[ $id =~ ^[0-9]+$ ]]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$INTAKE_DIR/comment.md"
  else
    gh issue comment "$number" --repo "$GITHUB_REPOSITORY" --body-file "$INTAKE_DIR/comment.md" > /dev/null
  fi
}

answer() {
  : "${GITHUB_REPOSITORY:?the repository, as owner/name}"
  local open merged url
  if [ "$(cat "$INTAKE_DIR/outcome")" = comment ]; then
    comment "$INTAKE_DIR/answer.md"
    return
  fi
  merged=$(gh pr list --repo "$GITHUB_REPOSITORY" --head "$branch" --state merged --json number --jq length)
  if [ "$merged" != 0 ]; then
    echo "What this form asked for has been taken already. Please fill in a new form, or write to an admin." > "$INTAKE_DIR/answer.md"
    comment "$INTAKE_DIR/answer.md"
    return
  fi
  git -c credential.helper= -c credential.helper='!gh auth git-credential' push --quiet --force origin "HEAD:refs/heads/$branch"
  { cat "$INTAKE_DIR/answer.md"; printf '\nCloses #%s\n' "$number"; } > "$INTAKE_DIR/pull-request.md"
  open=$(gh pr list --repo "$GITHUB_REPOSITORY" --head "$branch" --state open --json number --jq '.[0].number // empty')
  if [[ $open =~ ^[0-9]+$ ]]; then
    gh pr edit "$open" --repo "$GITHUB_REPOSITORY" --body-file "$INTAKE_DIR/pull-request.md" > /dev/null
  else
    url=$(gh pr create --repo "$GITHUB_REPOSITORY" --base "$BASE" --head "$branch" --title "Intake from issue #$number" \
      --body-file "$INTAKE_DIR/pull-request.md")
    open=${url##*/}
  fi
  echo "Thank you. It is understood, and an admin looks at it now: #$open." > "$INTAKE_DIR/thanks.md"
  comment "$INTAKE_DIR/thanks.md"
}

case ${1:-} in
  read) read_form ;;
  answer) answer ;;
  *) echo "Say read or answer." >&2; exit 2 ;;
esac
