#!/usr/bin/env bash
# Installs what is missing, builds everything in Release, runs every suite, and ends with one line:
# N passed, N failed, N skipped
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: bash tests/run.sh [--only NAME] [--long]

  --long        also the tests marked Long: power cuts, and separate processes over RabbitMQ (many minutes)
  --only NAME   one suite: a project of tests/ (Trading.Tests, or Trading for short) or vitest for the web app's unit tests
TEXT
}

only="" long=""
while [ $# -gt 0 ]; do
  case "$1" in
    --only) [ $# -ge 2 ] || { usage >&2; exit 2; }; only="$2"; shift 2 ;;
    --only=*) only="${1#*=}"; shift ;;
    --long) long=yes; shift ;;
    -h | --help) usage; exit 0 ;;
    *) printf 'Error: unknown option %s\n\n' "$1" >&2; usage >&2; exit 2 ;;
  esac
done

passed=0 failed=0 skipped=0
summary=()
finish() {
  local code=$?
  stop_compiler
  # A script that ended early has failed, whatever was counted before.
  [ "$code" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
  printf '\n'
  [ ${#summary[@]} -eq 0 ] || printf '%s\n' "${summary[@]}"
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ] || [ "$code" -ne 0 ] || code=1
  trap - EXIT
  exit "$code"
}
source "$(dirname "${BASH_SOURCE[0]}")/../deploy/setup.sh"
trap finish EXIT
cd "$root"
output="$root/tests/output"
suite_minutes="${TECHMARKET_SUITE_MINUTES:-15}"
export CI=true

# name | passed failed skipped | seconds | remark
record() {
  local name="$1" ok="$2" bad="$3" left="$4" seconds="$5" remark="${6:-}"
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + left))
  summary+=("$(printf '%-22s %5d passed %4d failed %4d skipped %5d s  %s' "$name" "$ok" "$bad" "$left" "$seconds" "$remark")")
  say "${summary[-1]}"
}

install_what_is_missing() {
  local packages=()
  command -v rabbitmq-server >/dev/null || [ -x /usr/sbin/rabbitmq-server ] || packages+=(rabbitmq-server)
  command -v chromium >/dev/null || packages+=(chromium)
  command -v fc-list >/dev/null || packages+=(fontconfig)
  { command -v fc-list >/dev/null && fc-list :lang=zh-cn family | grep -q .; } || packages+=(fonts-noto-cjk)
  command -v pdftotext >/dev/null || packages+=(poppler-utils)
  if [ ${#packages[@]} -gt 0 ]; then
    may_install || fail "these packages are missing and may not be installed by $(id -un): ${packages[*]}. As root: apt-get install ${packages[*]}"
    # The packages' own servers stay off: the tests start private ones.
    hold_back_servers
    apt_install "${packages[@]}" || { release_servers; fail "apt could not install ${packages[*]}."; }
    release_servers
  fi
  ensure_postgres
}

policy=/usr/sbin/policy-rc.d
held=""
hold_back_servers() {
  [ -e "$policy" ] && return 0
  printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
  $as_root chmod 755 "$policy"
  held=yes
}
release_servers() { [ -z "$held" ] || $as_root rm -f "$policy"; held=""; }

wanted() {
  [ -z "$only" ] || [ "$1" = "$only" ] || [ "$1" = "$only.Tests" ] || [ "$1" = "tests/$only" ]
}

suites() {
  local project name
  for project in tests/*/*.csproj; do
    name="$(basename "$project" .csproj)"
    case "$name" in Testing | Benchmarks) continue ;; esac
    # Those that start most come last, so that simple mistakes show early.
    case "$name" in System.Tests) printf '2 %s\n' "$project" ;; Web) printf '3 %s\n' "$project" ;; *) printf '1 %s\n' "$project" ;; esac
  done | sort | cut -d' ' -f2
}

# Counts a results file; what was neither passed nor failed was skipped.
count_trx() {
  node -e '
    const text = require("fs").readFileSync(process.argv[1], "utf8");
    const outcomes = [...text.matchAll(/<UnitTestResult\b[^>]*\boutcome="(\w+)"/g)].map(m => m[1]);
    const ok = outcomes.filter(o => o === "Passed").length;
    const skipped = outcomes.filter(o => o === "NotExecuted").length;
    console.log(ok, outcomes.length - ok - skipped, skipped);' "$1"
}

run_dotnet_suite() {
  local project="$1" name began code=0 ok=0 bad=0 left=0 remark=""
  name="$(basename "$project" .csproj)"
  local trx="$output/$name.trx" log="$output/$name.log"
  rm -f "$trx"
  began=$SECONDS
  say "--- $name"
  local chosen=(--filter "Category!=Long")
  [ -z "$long" ] || chosen=()
  run timeout --kill-after=30 "$((suite_minutes * 60))" \
    dotnet test "$project" -c Release --no-build --nologo "${chosen[@]}" --logger "trx;LogFileName=$name.trx" --results-directory "$output" \
    >"$log" 2>&1 || code=$?
  if [ -f "$trx" ]; then read -r ok bad left < <(count_trx "$trx"); fi
  if [ "$code" -eq 124 ] || [ "$code" -eq 137 ]; then remark="stopped after $suite_minutes minutes"; fi
  if [ $((ok + bad + left)) -eq 0 ]; then bad=1 remark="${remark:-no tests ran}"; fi
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1 remark="${remark:-ended with code $code}"; fi
  [ "$bad" -eq 0 ] || grep -vE '^\s*(Passed|Skipped) |^\[xUnit' "$log" | tail -n 120
  record "$name" "$ok" "$bad" "$left" "$((SECONDS - began))" "$remark"
}

run_vitest() {
  local began=$SECONDS code=0 ok=0 bad=0 left=0 remark="" json="$output/vitest.json" log="$output/vitest.log"
  rm -f "$json"
  say "--- vitest"
  run timeout --kill-after=30 "$((suite_minutes * 60))" \
    npm --prefix web exec -- vitest run --root web --reporter=default --reporter=json --outputFile.json="$json" >"$log" 2>&1 || code=$?
  if [ -f "$json" ]; then
    read -r ok bad left < <(node -e '
      const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
      console.log(r.numPassedTests, r.numFailedTests, r.numPendingTests + (r.numTodoTests ?? 0));' "$json")
  fi
  if [ $((ok + bad + left)) -eq 0 ]; then bad=1 remark="no tests ran"; fi
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1 remark="ended with code $code"; fi
  [ "$bad" -eq 0 ] || tail -n 80 "$log"
  record vitest "$ok" "$bad" "$left" "$((SECONDS - began))" "$remark"
}

names="vitest $(suites | xargs -n1 dirname | xargs -n1 basename | tr '\n' ' ')"
found=""
for name in $names; do if wanted "$name"; then found=yes; fi; done
[ -n "$found" ] || fail "there is no suite '$only'. There are: $names"
need_sdk
need_node
mkdir -p "$output"
need_space "$root" 3000

lock_build
install_what_is_missing

began=$SECONDS
say "Building the solution in Release ..."
if ! run dotnet build TechMarket.sln -c Release "${build_flags[@]}" -v minimal -warnaserror >"$output/build.log" 2>&1; then
  { grep -E '(error|warning) [A-Z]+[0-9]+:' "$output/build.log" || tail -n 40 "$output/build.log"; } | sed "s#$root/##g; s/^ *//" | sort -u | head -n 80
  fail "the solution does not build without warnings; everything it said is in $output/build.log"
fi
say "Built in $((SECONDS - began)) s."
stop_compiler
ensure_web
unlock_build

if wanted vitest; then run_vitest; fi
for project in $(suites); do
  if wanted "$(basename "$project" .csproj)"; then run_dotnet_suite "$project"; fi
done
