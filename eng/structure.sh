#!/usr/bin/env bash
# Measures how hard it is to navigate the sources, and prints a table: eng/structure.sh
# Prints the lines behind the table: eng/structure.sh violations, eng/structure.sh single-users, eng/structure.sh uses
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet build eng/Structure -c Release --nologo -v quiet >/dev/null || { echo "eng/Structure does not build: run dotnet build eng/Structure." >&2; exit 1; }
dotnet eng/Structure/bin/Release/net10.0/Structure.dll "${1:-measure}" "$PWD"
