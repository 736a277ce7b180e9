#!/usr/bin/env bash
# Shows that the tests can fail. Each patch in eng/breaks removes one safeguard. The script applies each patch to a temporary copy (a git worktree
# of HEAD), builds the copy, runs the tests that should fail, runs the simulator until it finds a violation or
# the time limit is reached, and prints a table in Markdown. It takes a long time and is not part of ./test.sh.
#
#   eng/mutate.sh [options] [NAME ...]      without a name: all safeguards
#     --limit S      the maximum time, in seconds, to search for each violation (default 300)
#     --no-tests     does not run the tests
#     --no-seeds     does not run the simulator
#     --list         prints the tests that run for each name, and exits
#
# The exit code is 0 only if, for each safeguard, at least one test failed and the simulator found a violation. A skipped step does not count.
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

# NAME | what the patch removes | PROJECT: test classes [; PROJECT: test classes]
table() {
  cat <<'TABLE'
new-key-per-send|a re-sent confirm keeps its stored idempotency key|PaymentSdk.Tests: AnswerClassTests RecoveryTests BrandPayConfirmTests
new-key-per-refund-send|a re-sent refund keeps its stored idempotency key|PaymentSdk.Tests: RefundTests ReversalTests ManualReviewTests
commit-after-call|the intent is in the ledger before the confirm is sent|PaymentSdk.Tests: CrashTests LedgerFaultTests; PaymentSdk.EntityFrameworkCore.Tests: PressureTests
unknown-as-declined|a confirm without a clear answer is queried, not declined|PaymentSdk.Tests: AnswerClassTests WireFailureTests TransitionTests
webhook-believed|a webhook changes nothing until a query confirms it|PaymentSdk.Tests: RecheckTests; PaymentSdk.AspNetCore.Tests: ForgedWebhookTests OrderStateTests GatewayWebhookTests
no-fencing|a worker whose row was taken over cannot write|PaymentSdk.Tests: RecoveryTests InterleavingTests; PaymentSdk.EntityFrameworkCore.Tests: PausedShopTests SqliteLedgerTests
second-caller-same-token|a second reversal call waits for the first one|PaymentSdk.Tests: TwoShopsTests ReversalTests InterleavingTests
no-send-deadline|nothing is sent later than 45 s after the lease began|PaymentSdk.Tests: SendWindowTests FoundCaseTests
no-lease|only the holder of the lease works on a row for 120 s|PaymentSdk.Tests: TwoShopsTests RecoveryTests InterleavingTests
notification-dropped|a notification that arrives during a query causes another query|PaymentSdk.Tests: RecoveryTests RecheckTests ReversalTests; PaymentSdk.AspNetCore.Tests: GatewayWebhookTests
no-refundable-amount|a cancel names the balance for which it was requested|PaymentSdk.Tests: RefundTests ReversalTests InterleavingTests RefundKeyCaseTests BackwardsCaseTests
second-refund-beside-open|an order has one open refund at a time|PaymentSdk.Tests: RefundTests InterleavingTests ManualReviewTests RefundKeyCaseTests
query-by-order-id|a payment is queried by its payment key|PaymentSdk.Tests: RecoveryTests InterleavingTests ConfirmTests
not-found-after-secret-change|a 404 to a secret other than that of the first send proves nothing|PaymentSdk.Tests: KeyRotationTests RecoveryTests FoundCaseTests
replay-trusted|the answer to a re-sent POST is queried before it is applied|PaymentSdk.Tests: AnswerClassTests RefundTests RecoveryTests
expired-by-one-query|an attempt expires late, and only after two agreeing queries|PaymentSdk.Tests: TransitionTests RecoveryTests
backwards-observation|no single observation moves the ledger backwards|PaymentSdk.Tests: TransitionTests MatrixTests RefundTests BackwardsCaseTests
reversal-forgotten|a requested reversal survives NeedsAttention and refused cancels|PaymentSdk.Tests: MatrixTests TransitionTests ReversalTests ReversalCaseTests
closed-reversal-forgotten|the reversal of a closed attempt is stored|PaymentSdk.Tests: ReversalTests InterleavingTests ReversalCaseTests SlipCaseTests
shared-transaction-key|a transaction key belongs to one refund|PaymentSdk.Tests: RefundTests BackwardsCaseTests FoundCaseTests
narrow-uniqueness|one blocking attempt per purchase and one attempt per payment key, in every state|PaymentSdk.Tests: AttemptStatesTests ConfirmTests; PaymentSdk.EntityFrameworkCore.Tests: SqliteLedgerTests PostgreSqlLedgerTests; PaymentSdk.Simulation.Tests: ModelLedgerContract
unavailable-is-not-charged|an unavailable ledger is not answered with "surely not charged"|PaymentSdk.Tests: LedgerFaultTests LedgerUnavailableCaseTests; PaymentSdk.EntityFrameworkCore.Tests: PressureTests
no-lanes|urgent rows do not queue behind routine ones|PaymentSdk.Tests: StarvationTests ScheduleLaneTests OverdueShopTests
by-hand-forgotten|an order of which money was paid by hand is queried afterwards|PaymentSdk.Tests: ManualReviewTests
reprice-after-send|the price is fixed once an attempt has been sent|PaymentSdk.Tests: ConfirmTests InterleavingTests SamePurchaseCaseTests
TABLE
}

limit=300 tests=1 seeds=1 names=()
while [ $# -gt 0 ]; do
  case $1 in
    --limit) limit=$2; shift ;;
    --no-tests) tests= ;;
    --no-seeds) seeds= ;;
    --list) table; exit 0 ;;
    -*) echo "$1 is not an option. The comment at the top of $0 lists the options." >&2; exit 2 ;;
    *) names+=("$1") ;;
  esac
  shift
done
[ ${#names[@]} -gt 0 ] || mapfile -t names < <(table | cut -d'|' -f1)
for name in "${names[@]}"; do
  [ -f "eng/breaks/$name.patch" ] && table | grep -q "^$name|" || { echo "eng/breaks/$name.patch does not exist, or the table in $0 has no row for it." >&2; exit 2; }
done
[ -z "$(git status --porcelain -- src tests eng Directory.Build.props Directory.Packages.props)" ] || echo "The copy does not contain the uncommitted changes." >&2

copy=$(mktemp -d) log=$(mktemp)
trap 'git worktree remove --force "$copy/tree" 2>/dev/null; rm -rf "$copy" "$log"' EXIT
git worktree add --quiet --detach "$copy/tree" HEAD || exit 1

# The analyzers run on the original sources; the copy only has to compile.
build() { dotnet build "tests/$1" -c Release --nologo -v quiet -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -p:GenerateDocumentationFile=false >"$log" 2>&1; }

# Runs the given test classes of one project, and prints the names of the tests that fail.
red() {
  local project=$1 filters=() class
  shift
  build "$project" || { echo "(does not build)"; tail -n 5 "$log" >&2; return; }
  for class; do
    filters+=(--filter-class "*.$class")
  done
  dotnet test --project "tests/$project" -c Release --no-build --no-progress "${filters[@]}" >"$log" 2>&1
  sed -nE 's/^ *failed ([A-Za-z0-9_.]+).*/\1/p' "$log" | sed -E 's/.*\.([A-Za-z0-9_]+\.[A-Za-z0-9_]+)$/\1/' | sort -u
  grep -qE '^ *(total|succeeded): *[1-9]' "$log" || { echo "(no test ran)"; tail -n 5 "$log" >&2; }
}

missed=0
echo "Measured $(date -u +%F) at $(git rev-parse --short HEAD), $(nproc) cores."
echo
echo "| name | removes | red tests | seeds and seconds |"
echo "|---|---|---|---|"
cd "$copy/tree"
for name in "${names[@]}"; do
  IFS='|' read -r _ what suites < <(table | grep "^$name|")
  if ! git apply --whitespace=nowarn "eng/breaks/$name.patch"; then
    echo "| \`$name\` | $what | the patch does not apply | |"
    missed=$((missed + 1))
    continue
  fi

  reds='not run' found='not run'
  if [ -n "$tests" ]; then
    reds=$(IFS=';'; for suite in $suites; do
      IFS=' ' read -r -a words <<<"${suite/:/}"
      red "${words[@]}"
    done)
    count=$(grep -cE '^[A-Za-z]' <<<"$reds")
    [ "$count" -gt 0 ] || missed=$((missed + 1))
    reds="$count: $(paste -sd' ' <<<"$reds")"
  fi

  if [ -n "$seeds" ]; then
    if build PaymentSdk.Simulation; then
      begun=$(date +%s)
      dotnet run --project tests/PaymentSdk.Simulation -c Release --no-build -- --from fresh --minutes "$(awk "BEGIN { print $limit / 60 }")" --first --no-shrink $(sed -n '1s/^profile:/--profile/p' "eng/breaks/$name.patch") >"$log" 2>&1
      status=$? seconds=$(($(date +%s) - begun))
      histories=$(sed -nE 's/^([0-9,]+) histories, .*/\1/p' "$log" | tail -n 1)
      tried="${histories:-?} seeds"
      [ "$histories" != 1 ] || tried="1 seed"
      violation=$(sed -nE 's/^seed ([0-9]+) \(([^)]*)\): ([a-z-]+).*/\3 (seed \1, \2)/p' "$log" | head -n 1)
      if [ "$status" -ne 0 ] && [ -n "$violation" ]; then
        found="$violation, $tried, $seconds s"
      else
        found="not found in $tried, $seconds s"
        missed=$((missed + 1))
      fi
    else
      found="does not build"
      missed=$((missed + 1))
    fi
  fi

  echo "| \`$name\` | $what | $reds | $found |"
  git checkout --quiet -- .
done
[ "$missed" -eq 0 ]
