#!/usr/bin/env bash
# Runs every test of the project. On a clean Debian machine (as root) it first installs what the tests need.
# The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")"

needed=()
command -v chromium >/dev/null || needed+=(chromium)
command -v unzip >/dev/null || needed+=(unzip)            # reads the nuspecs of the packages
command -v npm >/dev/null || needed+=(nodejs npm)   # the official script loader is tested as npm delivers it
[[ "$(fc-list 2>/dev/null)" == *NotoSansCJK* ]] || needed+=(fontconfig fonts-noto-cjk)
compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || command -v initdb >/dev/null || needed+=(postgresql) # the tests start servers of their own
[ -x /usr/sbin/pgbouncer ] || command -v pgbouncer >/dev/null || needed+=(pgbouncer)
[ -x /usr/sbin/mariadbd ] || command -v mariadbd >/dev/null || needed+=(mariadb-server) # a database that the ledger refuses
if [ ${#needed[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${needed[*]} ..."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${needed[@]}" >/dev/null || exit 1
  else
    echo "Please install: ${needed[*]} (as root: apt-get install ${needed[*]})" >&2
    exit 1
  fi
fi

# Only the simulator's fixed seeds decide the result. A violation of a fresh seed is reported with its seed and command (docs/simulation.md).
simulate() { dotnet tests/PaymentSdk.Simulation/bin/Release/net10.0/PaymentSdk.Simulation.dll "$@"; }

# The tests start hundreds of short processes: instrumenting their code for later optimization takes more time than it saves.
export DOTNET_TieredPGO=0

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build PaymentSdk.sln -c Release --nologo -v quiet || { echo "The build failed." >&2; echo "0 passed, 1 failed"; exit 1; }
dotnet test --solution PaymentSdk.sln -c Release --no-build --no-progress "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded); failed=$(count failed)
# A run that broke without a failed test (a crash, a project without tests) also counts as failed.
[ "$status" -ne 0 ] && [ "${failed:-0}" = 0 ] && failed=1
if [ $# -eq 0 ]; then
  echo "The packages, in a new shop:"
  eng/try-packages.sh || { failed=$((${failed:-0} + 1)); status=1; }
  # It runs after the tests instead of in parallel with them, because some of the tests depend on timing.
  echo "The simulator, fixed seeds:"
  simulate --seeds 1000 --no-shrink || { failed=$((${failed:-0} + 1)); status=1; }
  echo "The simulator, fresh seeds (these do not affect the result):"
  simulate --minutes 1 --from fresh --no-shrink
fi
[ "${failed:-0}" = 0 ] || { echo "The failures again:"; grep -E -A 20 '^failed ' "$log" | head -n 200; }
echo "${passed:-0} passed, ${failed:-1} failed"
[ "$status" -eq 0 ] && [ "${passed:-0}" -gt 0 ]
