#!/usr/bin/env bash
# Installs what is missing, builds everything in Release, runs every suite, and ends with one line:
# N passed, N failed, N skipped
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: bash tests/run.sh [--only NAME]

  --only NAME   one suite: a project of tests/ (Trading.Tests, or Trading for short) or vitest for the web app's unit tests
TEXT
}

only=""
while [ $# -gt 0 ]; do
  case "$1" in
    --only) [ $# -ge 2 ] || { usage >&2; exit 2; }; only="$2"; shift 2 ;;
    --only=*) only="${1#*=}"; shift ;;
    -h | --help) usage; exit 0 ;;
    *) printf 'Error: unknown option %s\n\n' "$1" >&2; usage >&2; exit 2 ;;
  esac
done

expected=() workers=()
finish() {
  local code=$? name line passed=0 failed=0 skipped=0 ok bad left
  stop_workers
  stop_compiler
  printf '\n'
  for name in "${expected[@]}"; do
    if [ -f "$results/$name" ]; then
      { read -r ok bad left; read -r line; } <"$results/$name"
    else
      ok=0 bad=1 left=0 line="$name did not end"
    fi
    passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + left))
    printf '%s\n' "$line"
  done
  # A script that ended early has failed, whatever was counted before.
  [ "$code" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ] || [ "$code" -ne 0 ] || code=1
  trap - EXIT
  exit "$code"
}
stop_workers() {
  local worker
  for worker in "${workers[@]}"; do kill -TERM "$worker" 2>/dev/null && wait "$worker" 2>/dev/null || true; done
  workers=()
}
source "$(dirname "${BASH_SOURCE[0]}")/../deploy/setup.sh"
trap finish EXIT
cd "$root"
output="$root/tests/output"
results="$output/results"
suite_minutes="${TECHMARKET_SUITE_MINUTES:-25}"
export CI=true
# Every process here lives minutes at most: compiling code a second time costs more than it brings, unless it is called very often (0x400 times).
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=400

# name passed failed skipped seconds remark
record() {
  local line
  line="$(printf '%-22s %5d passed %4d failed %4d skipped %5d s  %s' "$1" "$2" "$3" "$4" "$5" "${6:-}")"
  say "$line"
  printf '%d %d %d\n%s\n' "$2" "$3" "$4" "$line" >"$results/$1"
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
  # The same browser without the parts nobody looks at: a third of its CPU time is saved where it is to be had.
  if ! command -v chromium-headless-shell >/dev/null && may_install; then apt_install chromium-headless-shell || say "The browser tests use chromium itself."; fi
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

# Two workers take suites in this order: the long ones first, so that both end at about the same time; the rest follow by name.
first=(System.Tests Web Trading.Tests Contracts.Tests Platform.Tests Commissions.Tests)
suites() {
  local project name
  printf '%s\n' vitest "${first[@]}"
  for project in tests/*/*.csproj; do
    name="$(basename "$project" .csproj)"
    case " ${first[*]} Testing Benchmarks " in *" $name "*) ;; *) printf '%s\n' "$name" ;; esac
  done
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
  local name="$1" began=$SECONDS code=0 ok=0 bad=0 left=0 remark=""
  local trx="$output/$name.trx" log="$output/$name.log" project
  project="$(dirname tests/*/"$name.csproj")"
  rm -f "$trx"
  run timeout --kill-after=30 "$((suite_minutes * 60))" \
    dotnet test "$project" -c Release --no-build --nologo --logger "trx;LogFileName=$name.trx" --results-directory "$output" \
    >"$log" 2>&1 || code=$?
  if [ -f "$trx" ]; then read -r ok bad left < <(count_trx "$trx"); fi
  if [ "$code" -eq 124 ] || [ "$code" -eq 137 ]; then remark="stopped after $suite_minutes minutes"; fi
  if [ $((ok + bad + left)) -eq 0 ]; then bad=1 remark="${remark:-no tests ran}"; fi
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1 remark="${remark:-ended with code $code}"; fi
  [ "$bad" -eq 0 ] || grep -vE '^\s*(Passed|Skipped) |^\[xUnit' "$log" | tail -n 120
  record "$name" "$ok" "$bad" "$left" "$((SECONDS - began))" "$remark"
}

run_vitest() {
  local name=vitest began=$SECONDS code=0 ok=0 bad=0 left=0 remark="" json="$output/vitest.json" log="$output/vitest.log"
  rm -f "$json"
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
  record "$name" "$ok" "$bad" "$left" "$((SECONDS - began))" "$remark"
}

# Takes what no other worker has taken, until nothing is left.
run_worker() {
  local name
  trap 'stop_child; exit 143' INT TERM
  for name in "${expected[@]}"; do
    if [ "$name" != vitest ] && mkdir "$results/$name.taken" 2>/dev/null; then run_dotnet_suite "$name"; fi
  done
}

# Prism checks the Stripe adapter against Stripe's description, which is no part of the repository. Without either those tests skip and say why.
ensure_prism() {
  wanted Payments.Tests && [ -f "${TECHMARKET_STRIPE_DESCRIPTION:-$root/../shared/specs/stripe.json}" ] || return 0
  install_packages tests/Prism || warn "Prism could not be installed: its tests are skipped."
}

# The web app needs nothing of the solution: it is built while the solution builds; its unit tests go on beside the first suites.
run_web() {
  trap 'stop_child; exit 143' INT TERM
  ensure_web
  ensure_prism
  touch "$results/web.ready"
  if wanted vitest; then run_vitest; fi
}

for name in $(suites); do if wanted "$name"; then expected+=("$name"); fi; done
[ ${#expected[@]} -gt 0 ] || fail "there is no suite '$only'. There are: $(suites | tr '\n' ' ')"
need_sdk
need_node
rm -rf "$results"
mkdir -p "$results"
need_space "$root" 3000

lock_build
install_what_is_missing

began=$SECONDS
run_web &
workers+=($!)
say "Building the solution in Release ..."
if ! run dotnet build TechMarket.sln -c Release "${build_flags[@]}" -v minimal -warnaserror >"$output/build.log" 2>&1; then
  { grep -E '(error|warning) [A-Z]+[0-9]+:' "$output/build.log" || tail -n 40 "$output/build.log"; } | sed "s#$root/##g; s/^ *//" | sort -u | head -n 80
  fail "the solution does not build without warnings; everything it said is in $output/build.log"
fi
say "Built in $((SECONDS - began)) s."
stop_compiler
while [ ! -e "$results/web.ready" ]; do
  kill -0 "${workers[0]}" 2>/dev/null || [ -e "$results/web.ready" ] || fail "the web app was not built."
  sleep 1
done
unlock_build

began=$SECONDS
say "Running ${expected[*]} ..."
for worker in 1 2; do
  run_worker &
  workers+=($!)
done
for worker in "${workers[@]}"; do wait "$worker" || true; done
workers=()
say "Ran in $((SECONDS - began)) s."
