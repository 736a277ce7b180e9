#!/usr/bin/env bash
# Compiles the Public Suffix List into src/PaymentSdk.AspNetCore/Origins/Suffixes/public-suffixes.txt (docs/decisions/0014).
#   eng/update-public-suffixes.sh                                uses the list in the newest version of the npm package tldts
#   eng/update-public-suffixes.sh public_suffix_list.dat         uses a copy of the list itself, e.g. from https://publicsuffix.org/list/
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints the version of a copy of the list, then its rules in Punycode, one per line.
rules_of_list() {
  python3 - "$1" <<'PYTHON'
import os, sys, datetime

def ascii_label(label):
    # The list is already lower case and normalized, so only the conversion to Punycode remains.
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")

sections = ("// ===BEGIN ICANN DOMAINS===", "// ===BEGIN PRIVATE DOMAINS===")
version, begun, rules = "", set(), []
for line in map(str.strip, open(sys.argv[1], encoding="utf-8")):
    if line.startswith("// VERSION:"):
        version = line.removeprefix("// VERSION:").strip()
    if line in sections:
        begun.add(line)
    if line and not line.startswith("//"):
        rules.append(".".join(map(ascii_label, line.split()[0].split("."))))
if len(begun) != 2:
    sys.exit("This is not the whole Public Suffix List.")
stamp = int(os.environ.get("SOURCE_DATE_EPOCH") or os.path.getmtime(sys.argv[1]))
print(version or datetime.datetime.fromtimestamp(stamp, datetime.timezone.utc).strftime("%Y-%m-%d"))
print("\n".join(rules))
PYTHON
}

# Prints the same from the data of the npm package: two trees (rules and exceptions) whose edges are labels, from the last label of a name to the
# first.
rules_of_package() {
  (cd "$work" && npm pack --silent tldts > /dev/null && tar xzf tldts-*.tgz)
  node - "$work/package" <<'NODE'
const { execFileSync } = require('node:child_process');
const { domainToASCII } = require('node:url');
const at = process.argv[2];
const { version } = require(`${at}/package.json`);
const data = require(`${at}/dist/cjs/src/data/trie.js`);
const published = JSON.parse(execFileSync('npm', ['view', 'tldts', 'time', '--json']))[version];
const offsets = [0];
data.edgeLength.forEach((length, edge) => offsets.push(offsets[edge] + length));
const ascii = label => (label === '*' ? label : domainToASCII(label));
console.log(`${published.slice(0, 10)} or shortly before (the day of the npm package tldts ${version})`);
print(data.rulesRoot, [], '');
print(data.exceptionsRoot, [], '!');

function print(node, labels, mark) {
  // The package marks the parent of every wildcard, even if the list does not contain it. The parent is skipped, because the wildcard is enough to
  // refuse a pattern for it.
  const first = data.edgeStart[node];
  const edges = Array.from({ length: data.edgeStart[node + 1] - first }, (_, index) => first + index);
  const text = edge => data.labelText.slice(offsets[edge], offsets[edge + 1]);
  if (data.nodeFlags[node] !== 0 && !edges.some(edge => text(edge) === '*')) {
    console.log(mark + labels.join('.'));
  }
  edges.forEach(edge => print(data.edgeChild[edge], [ascii(text(edge)), ...labels], mark));
}
NODE
}

if [ $# -gt 0 ]; then rules_of_list "$1" > "$work/rules"; else rules_of_package > "$work/rules"; fi

python3 - "$work/rules" > "$work/compiled" <<'PYTHON'
import sys

version, *rules = open(sys.argv[1], encoding="ascii").read().splitlines()
children = {}
for rule in rules:
    labels = rule.lstrip("!").split(".")
    if "*" in labels[1:] or "" in labels:
        sys.exit(f"The SDK does not support the rule '{rule}'.")
    children.setdefault(".".join(labels[1:]), set()).add(("!" if rule[0] == "!" else "") + labels[0])
known = {"com", "kr", "co.kr", "github.io", "*.ck", "!www.ck"}
if len(rules) < 9000 or not known.issubset(rules):
    sys.exit("This is not the whole Public Suffix List.")
print("# This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.")
print("# If a copy of the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.")
print(f"# The Public Suffix List (https://publicsuffix.org) of {version}, compiled by eng/update-public-suffixes.sh.")
print("# A line is a parent, a colon, and the labels that make a suffix of it; * is any label, !label is none.")
for parent in sorted(children, key=lambda name: name.split(".")[::-1]):
    print(f"{parent}: {' '.join(sorted(children[parent]))}")
PYTHON
mv "$work/compiled" src/PaymentSdk.AspNetCore/Origins/Suffixes/public-suffixes.txt
sed -n 3p src/PaymentSdk.AspNetCore/Origins/Suffixes/public-suffixes.txt
