#!/usr/bin/env bash
# Builds the packages of a release in artifacts/packages and lists them. It pushes them only with --push and an API key.
#
#   eng/release.sh VERSION [--trial | --push]
#     --trial   for trying the packages: runs no tests, and requires neither a clean working tree nor a section in CHANGELOG.md
#     --push    pushes the packages to nuget.org with the key in NUGET_API_KEY, and the git tag to origin
#
# Before you run it, set Version in Directory.Build.props and version in src/checkout-js/package.json, and rename the section "Unreleased" of
# CHANGELOG.md to "[VERSION]".
set -euo pipefail
cd "$(dirname "$0")/.."
stop() { echo "$1" >&2; exit 1; }

version=${1:-} mode=${2:-}
[[ "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]] || stop "Give the version: eng/release.sh 0.1.0 [--trial | --push]"
case "$mode" in ''|--trial|--push) ;; *) stop "'$mode' is not known. Give --trial, --push or nothing." ;; esac

declared=$(sed -nE 's/.*<Version>(.*)<\/Version>.*/\1/p' Directory.Build.props)
[ "$declared" = "$version" ] || stop "Directory.Build.props has the version $declared, not $version. Change its Version first."
grep -q "\"version\": \"$version\"" src/checkout-js/package.json || stop "The version in src/checkout-js/package.json is not $version. Change it first."
if [ "$mode" != --trial ]; then
  [ -z "$(git status --porcelain)" ] || stop "The working tree has changes. Commit or stash them, because a release is built from a commit."
  grep -q "^## \[${version//./\\.}\]" CHANGELOG.md || stop "CHANGELOG.md has no section [$version]. Rename the section Unreleased."
  [ -z "$(git tag -l "v$version")" ] || stop "The tag v$version already exists. A version can be released only once."
  [ "$mode" != --push ] || [ -n "${NUGET_API_KEY:-}" ] || stop "NUGET_API_KEY is not set. Nothing was built or pushed."
  ./test.sh
fi

rm -rf artifacts/packages
for project in src/PaymentSdk*/ templates/PaymentSdk.Templates/; do
  dotnet pack "$project" -c Release -warnaserror --nologo -v quiet -p:ContinuousIntegrationBuild=true -o artifacts/packages
done
(cd src/checkout-js && npm pack --silent --pack-destination ../../artifacts/packages >/dev/null)
eng/try-packages.sh artifacts/packages

echo
echo "Built from $(git rev-parse --short HEAD), in artifacts/packages:"
(cd artifacts/packages && sha256sum -- *)
if [ "$mode" = --push ]; then
  git tag "v$version"
  # This also pushes the symbol packages.
  dotnet nuget push "artifacts/packages/*.nupkg" --source https://api.nuget.org/v3/index.json --api-key "$NUGET_API_KEY"
  git push origin "v$version"
  echo "Pushed to nuget.org. Push the npm package yourself: npm publish artifacts/packages/*.tgz"
else
  echo "Nothing was pushed. To push, set NUGET_API_KEY and run eng/release.sh $version --push; publish the .tgz with npm publish."
fi
