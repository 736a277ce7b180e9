#!/usr/bin/env bash
# Packs what is built in Release, makes a new shop outside the repository that restores the packages from a folder, and takes a payment with it
# against the sandbox package. Nothing but the packages and docs/start.md's own files is used. The exit code is 0 if the order is paid.
#
#   eng/try-packages.sh [FOLDER]      FOLDER has packed packages already; without it they are packed from the build output
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
shop=
end() { [ -z "$shop" ] || kill "$shop" 2>/dev/null || true; rm -rf "$work"; }
trap end EXIT
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

packages=${1:-}
if [ -z "$packages" ]; then
  packages="$work/packages"
  for project in "$root"/src/PaymentSdk*/; do
    dotnet pack "$project" -c Release --no-build -v quiet -o "$packages"
  done
fi
packages=$(cd "$packages" && pwd)
version=$(basename "$packages"/PaymentSdk.Sandbox.[0-9]*.nupkg .nupkg); version=${version#PaymentSdk.Sandbox.}
sqlite=$(sed -nE 's/.*"Microsoft.EntityFrameworkCore.Sqlite" Version="([^"]+)".*/\1/p' "$root/Directory.Packages.props")

# The program and the pages of docs/start.md (tests compare them), as a reader would write them.
mkdir "$work/shop"
cp -r "$root/tests/StartShop/Program.cs" "$root/tests/StartShop/wwwroot" "$work/shop/"
cat > "$work/shop/shop.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="PaymentSdk.AspNetCore" Version="$version" />
    <PackageReference Include="PaymentSdk.EntityFrameworkCore" Version="$version" />
    <PackageReference Include="PaymentSdk.Sandbox" Version="$version" />
    <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="$sqlite" />
  </ItemGroup>
</Project>
PROJECT
# Only the folder has our packages, and a cache of its own never has an older one of the same version.
cat > "$work/shop/nuget.config" <<CONFIG
<configuration>
  <config><add key="globalPackagesFolder" value="$work/cache" /></config>
  <packageSources><add key="payments" value="$packages" /></packageSources>
  <packageSourceMapping>
    <packageSource key="payments"><package pattern="PaymentSdk*" /></packageSource>
    <packageSource key="nuget.org"><package pattern="*" /></packageSource>
  </packageSourceMapping>
</configuration>
CONFIG

cd "$work/shop"
dotnet build -v quiet -warnaserror
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
echo "A new shop on the packages $version took a payment: order $order is paid."
