#!/usr/bin/env bash
# Prints the files that run in one successful confirm, in the order of their first call, and counts them: eng/confirm-path.sh
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet build eng/ConfirmPath -c Release --nologo -v quiet >/dev/null || { echo "eng/ConfirmPath does not build: run dotnet build eng/ConfirmPath." >&2; exit 1; }
dotnet eng/ConfirmPath/bin/Release/net10.0/ConfirmPath.dll
