#!/usr/bin/env bash
# Counts what makes the sources hard to find one's way in, and prints a table: eng/structure.sh
# The lines behind it: eng/structure.sh violations, eng/structure.sh single-users, eng/structure.sh uses
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet build eng/Structure -c Release --nologo -v quiet >/dev/null || { echo "eng/Structure does not build: run dotnet build eng/Structure." >&2; exit 1; }
dotnet eng/Structure/bin/Release/net10.0/Structure.dll "${1:-measure}" "$PWD"
