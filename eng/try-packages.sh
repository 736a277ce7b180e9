#!/usr/bin/env bash
# Packs the Release build, creates a new shop outside the repository with "dotnet new payment-checkout", restores the packages from a folder, takes
# a payment with the shop against the sandbox package, and runs the shop's tests. The tests of a second shop, created with --ledger postgres, run
# on a separate PostgreSQL server if PostgreSQL is installed. Of this repository, the shops use only the packages. The exit code is 0 if the order
# is paid and the tests pass.
#
#   eng/try-packages.sh [FOLDER]      FOLDER contains the packages; without it they are packed from the build output
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
shop= postgres=
end() {
  [ -z "$shop" ] || kill "$shop" 2>/dev/null || true
  [ -z "$postgres" ] || { kill -INT "$(head -n 1 "$postgres/data/postmaster.pid")" 2>/dev/null || true; rm -rf "$postgres"; }
  rm -rf "$work"
}
trap end EXIT
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

packages=${1:-}
if [ -z "$packages" ]; then
  packages="$work/packages"
  for project in "$root"/src/PaymentSdk*/; do
    dotnet pack "$project" -c Release --no-build -v quiet -o "$packages"
  done
  dotnet pack "$root/templates/PaymentSdk.Templates" -c Release --no-build -v quiet -o "$packages"
fi
packages=$(cd "$packages" && pwd)
version=$(basename "$packages"/PaymentSdk.Sandbox.[0-9]*.nupkg .nupkg); version=${version#PaymentSdk.Sandbox.}

# The exact dependencies of each package. A version pinned in Directory.Packages.props must not become a dependency (decision 0113).
expected=$(cat <<LIST
PaymentSdk Microsoft.Extensions.DependencyInjection.Abstractions
PaymentSdk Microsoft.Extensions.Hosting.Abstractions
PaymentSdk Microsoft.Extensions.Http
PaymentSdk Microsoft.Extensions.Http.Resilience
PaymentSdk Microsoft.Extensions.Options.ConfigurationExtensions
PaymentSdk Polly.Core
PaymentSdk Polly.Extensions
PaymentSdk.AspNetCore PaymentSdk [$version]
PaymentSdk.CommandLine PaymentSdk [$version]
PaymentSdk.CommandLine System.CommandLine
PaymentSdk.EntityFrameworkCore Microsoft.EntityFrameworkCore.Relational
PaymentSdk.EntityFrameworkCore PaymentSdk [$version]
LIST
)
asked=$(for package in "$packages"/*.nupkg; do
  name=$(basename "$package" ".$version.nupkg")
  unzip -p "$package" "$name.nuspec" | sed -nE 's/.*<dependency id="([^"]+)" version="(\[[^"]*\])?[^"]*".*/'"$name"' \1 \2/p' | sed 's/ $//'
done | LC_ALL=C sort)
[ "$asked" = "$(LC_ALL=C sort <<< "$expected")" ] || { echo "The dependencies of the packages differ from the list in eng/try-packages.sh:" >&2; diff <(LC_ALL=C sort <<< "$expected") - <<< "$asked" >&2; exit 1; }

# The packages of this repository come only from the folder. The cache is separate, because a shared one could contain an older package of the
# same version.
cat > "$work/nuget.config" <<CONFIG
<configuration>
  <config><add key="globalPackagesFolder" value="$work/cache" /></config>
  <packageSources><add key="payments" value="$packages" /></packageSources>
  <packageSourceMapping>
    <packageSource key="payments"><package pattern="PaymentSdk*" /></packageSource>
    <packageSource key="nuget.org"><package pattern="*" /></packageSource>
  </packageSourceMapping>
</configuration>
CONFIG

# The templates are installed into a separate hive, so that the templates of the current user do not change.
new() { dotnet new "$@" --debug:custom-hive "$work/hive" >/dev/null; }
cd "$work"
new install "$packages/PaymentSdk.Templates.$version.nupkg"
new payment-checkout -o shop
new payment-checkout -o postgres-shop --ledger postgres

initdb=$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
dotnet build shop/shop.slnx -v quiet --nologo -warnaserror
[ -z "$initdb" ] || dotnet build postgres-shop/postgres-shop.slnx -v quiet --nologo -warnaserror

cd "$work/shop/shop"
ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS=http://127.0.0.1:0 dotnet bin/Debug/net10.0/shop.dll > "$work/log" 2>&1 &
shop=$!
for ((i = 0; i < 600; i++)); do
  grep -qs "Application started" "$work/log" && break
  kill -0 "$shop" 2>/dev/null || break
  sleep 0.1
done
address=$(sed -nE 's/.*Now listening on: (http:\S+).*/\1/p' "$work/log" | head -n 1)
[ -n "$address" ] || { echo "The shop did not start:" >&2; cat "$work/log" >&2; exit 1; }

member() { sed -nE "s/.*\"$1\":\"([^\"]*)\".*/\1/p"; }
call() { curl -sS --fail-with-body --max-time 60 -H "Origin: $address" -H 'Content-Type: application/json' "$@"; }
order=$(call "$address/api/orders" -d '{"sku":"mug","quantity":2}' | member orderId)
script=$(call "$address/payments/widget?orderId=$order" | member scriptUrl)
sandbox=${script%/v2/standard}
key=$(curl -sS --fail-with-body --max-time 60 "$sandbox/sandbox/payments" -H 'Content-Type: application/json' -d "{\"orderId\":\"$order\",\"amount\":15000}" | member paymentKey)
answer=$(call "$address/payments/confirm" -d "{\"paymentKey\":\"$key\",\"orderId\":\"$order\",\"amount\":15000}")
[ "$(member status <<< "$answer")" = paid ] || { echo "The order is not paid: $answer" >&2; exit 1; }
call -o /dev/null "$address/payments/checkout.js"
echo "A new shop took a payment with the packages of version $version: order $order is paid."

run_tests() {
  cd "$work/$1"
  dotnet test --no-build --no-progress > "$work/tests" 2>&1 || { echo "The tests of $1 failed:" >&2; cat "$work/tests" >&2; exit 1; }
}
run_tests shop
if [ -z "$initdb" ]; then
  echo "The template's tests pass on SQLite. They were not run on PostgreSQL, because it is not installed."
  exit
fi

# PostgreSQL refuses to run as root. It listens only on a socket file in the folder, so that it needs no port.
as_postgres=()
[ "$(id -u)" != 0 ] || as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups)
cd /tmp
postgres=$("${as_postgres[@]}" mktemp -d /tmp/payment-postgres-XXXXXX)
"${as_postgres[@]}" "$initdb" -D "$postgres/data" -U shop --auth=trust --no-sync --encoding=UTF8 --locale=C.UTF-8 >/dev/null
"${as_postgres[@]}" "${initdb%initdb}postgres" -D "$postgres/data" -c listen_addresses= -c unix_socket_directories="$postgres" -c fsync=off > "$work/postgres" 2>&1 &
for ((i = 0; i < 600; i++)); do
  grep -qs "ready to accept" "$work/postgres" && break
  sleep 0.1
done
export SHOP_TEST_SERVER="Host=$postgres;Username=shop"
run_tests postgres-shop
echo "The template's tests pass, on SQLite and on PostgreSQL."
