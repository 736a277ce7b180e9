#!/usr/bin/env bash
# Compiles the Public Suffix List into src/PaymentSdk/Origins/Suffixes/public-suffixes.txt (docs/decisions/0014).
#   apt-get install publicsuffix && eng/update-public-suffixes.sh
# Another copy of the list, e.g. from https://publicsuffix.org/list/public_suffix_list.dat, can be named as the argument.
set -euo pipefail
cd "$(dirname "$0")/.."
list=${1:-/usr/share/publicsuffix/public_suffix_list.dat}
[ -r "$list" ] || { echo "There is no $list. Install it (apt-get install publicsuffix) or name a copy." >&2; exit 1; }

LIST=$list python3 - > src/PaymentSdk/Origins/Suffixes/public-suffixes.new <<'PYTHON'
import os, sys

def ascii_label(label):
    # The list is lower case and normalized already: only Punycode is left to do.
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")

sections = ("// ===BEGIN ICANN DOMAINS===", "// ===BEGIN PRIVATE DOMAINS===")
version, begun, children = "", set(), {}
for line in open(os.environ["LIST"], encoding="utf-8"):
    line = line.strip()
    if line.startswith("// VERSION:"):
        version = line.removeprefix("// VERSION:").strip()
    if line in sections:
        begun.add(line)
    if not line or line.startswith("//"):
        continue
    mark = "!" if line.startswith("!") else ""
    labels = [ascii_label(label) for label in line.split()[0].lstrip("!").split(".")]
    if "*" in labels[1:]:
        sys.exit(f"A wildcard stands inside of the rule '{line}'; the SDK does not read such a rule.")
    children.setdefault(".".join(labels[1:]), set()).add(mark + labels[0])

if len(begun) != 2 or sum(map(len, children.values())) < 5000:
    sys.exit("This is not the whole Public Suffix List.")
if not version:
    stamp = int(os.environ.get("SOURCE_DATE_EPOCH") or os.path.getmtime(os.environ["LIST"]))
    version = __import__("datetime").datetime.fromtimestamp(stamp, __import__("datetime").timezone.utc).strftime("%Y-%m-%d")
print("# This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.")
print("# If a copy of the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.")
print(f"# The Public Suffix List (https://publicsuffix.org) of {version}, compiled by eng/update-public-suffixes.sh.")
print("# A line is a parent, a colon, and the labels that make a suffix of it; * is any label, !label is none.")
for parent in sorted(children, key=lambda name: name.split(".")[::-1]):
    print(f"{parent}: {' '.join(sorted(children[parent]))}")
PYTHON
mv src/PaymentSdk/Origins/Suffixes/public-suffixes.new src/PaymentSdk/Origins/Suffixes/public-suffixes.txt
sed -n 3p src/PaymentSdk/Origins/Suffixes/public-suffixes.txt
