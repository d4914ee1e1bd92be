#!/usr/bin/env bash
# Builds the public site and looks through it before anybody may publish it.
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/common.sh
if on_github; then
  for kind in cases mentors attorneys organizations; do
    if [ -e "data/$kind" ]; then
      echo "::error title=Not published::The checkout holds records of people. The public site is built without them."
      exit 1
    fi
  done
fi
"$VECINA" build public
"$VECINA" scan build/public
