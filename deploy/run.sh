#!/usr/bin/env bash
# Sets up what is missing, builds what changed, and runs the whole market in one process.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: bash deploy/run.sh [--port N] [--data DIR] [--profile demo|CN|GS|LN|ZJ] [--no-sample] [--headless]

  --port N      where the market answers on this machine            (8080)
  --data DIR    database, files, keys and logs                      (.data beside this clone's README)
  --profile P   rules: demo (minutes instead of days), CN nation, GS Gansu, LN Liaoning, ZJ Zhejiang   (demo)
  --no-sample   do not load the sample achievements and needs
  --headless    do not open a browser

Stop it with Ctrl-C or SIGTERM.
TEXT
}

port=8080 data="" profile=demo sample=yes headless=""
value() { [ $# -ge 2 ] && [ -n "$2" ] || { printf 'Error: %s needs a value.\n\n' "$1" >&2; usage >&2; exit 2; }; }
while [ $# -gt 0 ]; do
  case "$1" in
    --port) value "$@"; port="$2"; shift 2 ;;
    --port=*) port="${1#*=}"; shift ;;
    --data) value "$@"; data="$2"; shift 2 ;;
    --data=*) data="${1#*=}"; shift ;;
    --profile) value "$@"; profile="$2"; shift 2 ;;
    --profile=*) profile="${1#*=}"; shift ;;
    --no-sample) sample=""; shift ;;
    --headless) headless=yes; shift ;;
    -h | --help) usage; exit 0 ;;
    *) printf 'Error: unknown option %s\n\n' "$1" >&2; usage >&2; exit 2 ;;
  esac
done
case "$profile" in demo | CN | GS | LN | ZJ) ;; *) printf 'Error: unknown profile %s (demo, CN, GS, LN, ZJ)\n' "$profile" >&2; exit 2 ;; esac
[[ "$port" =~ ^[0-9]{1,5}$ ]] && [ "$port" -ge 1 ] && [ "$port" -le 65535 ] || { printf 'Error: %s is not a port.\n' "$port" >&2; exit 2; }

source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
answers "$port" && fail "port $port is in use. Choose another with --port, or stop what answers there."
[ "$port" -ge 1024 ] || [ "$(id -u)" -eq 0 ] || fail "port $port needs root; choose one from 1024 up."

data="$(realpath -m "${data:-$root/.data}")"
if [ ! -d "$data" ]; then
  mkdir -p "$data" 2>/dev/null || fail "the data folder $data cannot be created by $(id -un)."
  # Its database runs under another account when this is root, and must be able to pass through.
  [ "$(id -u)" -ne 0 ] || chmod 711 "$data"
fi
[ -w "$data" ] || fail "the data folder $data is not writable for $(id -un)."
[ -w "$root" ] || [ -w "$build" ] || fail "$root is not writable for $(id -un): the build needs a clone of your own."
need_space "$data" 500
need_sdk

lock_build
[ -f "$root/web/dist/index.html" ] || need_space "$root" 1500
need_node
ensure_postgres
if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
  apt_install chromium fonts-noto-cjk \
    || warn "Chromium is not installed: certificates and statements can be printed from the page, but not downloaded as PDF."
elif command -v fc-list >/dev/null && ! fc-list :lang=zh-cn family | grep -q .; then
  apt_install fonts-noto-cjk || warn "no Chinese font is installed: PDFs will show boxes instead of characters."
fi
ensure_web
ensure_host
stop_compiler
unlock_build

if [ -z "$headless" ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && command -v xdg-open >/dev/null; then
  market=$$
  (
    while kill -0 "$market" 2>/dev/null; do
      if answers "$port"; then xdg-open "http://127.0.0.1:$port" >/dev/null 2>&1; exit; fi
      sleep 1
    done
  ) &
fi

export TECHMARKET_WEB_ROOT="$root/web/dist" ASPNETCORE_ENVIRONMENT=Production
arguments=(--port "$port" --data "$data" --profile "$profile")
if [ -n "$sample" ]; then arguments+=(--sample "$root/deploy/sample"); else arguments+=(--sample none); fi
say "Starting the market on port $port, data in $data, profile $profile ..."
cd "$data"
# From here on this process is the host: it gets every signal itself, and its exit code is this script's.
exec dotnet "$host/TechMarket.Standalone.dll" "${arguments[@]}"
