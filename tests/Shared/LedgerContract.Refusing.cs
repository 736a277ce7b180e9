using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    /// <summary>
    /// The names of values that some databases cannot store. The theories pass only the names, because a test runner does not preserve such
    /// text.
    /// </summary>
    public static TheoryData<string> Awkward =>
        ["text with U+0000", "an unpaired surrogate", "text longer than any column of ours", "amount with too many decimals", "amount with too many digits"];

    [Theory]
    [MemberData(nameof(Awkward))]
    public async Task A_value_is_stored_exactly_or_refused_as_data_with_nothing_written(string awkward)
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var before = await AllAsync(ledger, entry);
        var commit = WithAwkward(Moving(entry, AttemptState.Confirming, NewPaymentKey(), Event(entry, 1)), awkward) with { Refunds = [Asked(entry, "refund-1")] };

        switch (await ledger.CommitAsync(commit, Ct))
        {
            case LedgerCommitResult.Committed:
                Assert.Equal(commit.Moves[0].Attempt, (await ReadAsync(ledger, entry)).Attempt);
                Assert.Contains(commit.Moves[0].Journal, await ledger.ReadJournalAsync(_merchant, entry.Purchase.PurchaseId, Ct));
                break;
            case var refused:
                Assert.Equal(LedgerCommitResult.DataRefused, refused);
                Assert.Equal(before, await AllAsync(ledger, entry));
                // A commit without the value is written as usual.
                await CommittedAsync(ledger, Moving(entry, AttemptState.Confirming, NewPaymentKey(), Event(entry, 1)));
                break;
        }
    }

    [Theory]
    [InlineData("order name")]
    [InlineData("refund")]
    [InlineData("money movement")]
    public async Task A_text_of_any_record_is_stored_exactly_or_refused_as_data(string where)
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var before = await AllAsync(ledger, entry);
        const string Text = "사과\0 한 상자";
        var commit = Moving(entry, AttemptState.Approved);
        commit = where switch
        {
            "order name" => commit with { Purchase = commit.Purchase with { OrderName = Text } },
            "refund" => commit with { Refunds = [Asked(entry, "refund-1") with { Reason = Text }] },
            _ => commit with { Movements = [Line(entry, "t-1") with { Method = Text }] },
        };

        var result = await ledger.CommitAsync(commit, Ct);

        if (result == LedgerCommitResult.Committed)
            Assert.Equal(Text, await StoredAsync());
        else
            Assert.Equal((LedgerCommitResult.DataRefused, before), (result, await AllAsync(ledger, entry)));

        async Task<string?> StoredAsync() => where switch
        {
            "order name" => (await ReadAsync(ledger, entry)).Purchase.OrderName,
            "refund" => (await ledger.ReadRefundsAsync(_merchant, entry.Attempt.OrderId, Ct))[0].Reason,
            _ => (await MovementsAsync(ledger, entry))[0].Method,
        };
    }

    [Theory]
    [MemberData(nameof(Awkward))]
    public async Task A_commit_that_is_refused_for_its_data_does_not_affect_other_commits(string awkward)
    {
        var ledger = await OpenLedgerAsync();
        var entries = new List<AttemptSnapshot>();
        for (var n = 0; n < 12; n++)
            entries.Add(await OpenAsync(ledger));

        var results = await AtOnceAsync([.. entries.Select<AttemptSnapshot, Func<ValueTask<LedgerCommitResult>>>((entry, n) => () =>
            ledger.CommitAsync(n % 3 == 1 ? WithAwkward(Moving(entry, AttemptState.Confirming), awkward) : Moving(entry, AttemptState.Confirming), Ct))]);

        foreach (var (entry, n) in entries.Select((entry, n) => (entry, n)))
        {
            Assert.True(results[n] == LedgerCommitResult.Committed || (n % 3 == 1 && results[n] == LedgerCommitResult.DataRefused), $"{n}: {results[n]}");
            Assert.Equal(results[n] == LedgerCommitResult.Committed ? AttemptState.Confirming : AttemptState.Created, (await ReadAsync(ledger, entry)).Attempt.State);
        }
    }

    private static LedgerCommit WithAwkward(LedgerCommit commit, string awkward) => awkward switch
    {
        "text with U+0000" => With(commit, attempt => attempt with { Method = "카드\0" }),
        "an unpaired surrogate" => With(commit, attempt => attempt with { ReceiptUrl = "https://example.com/\ud83c" }),
        "text longer than any column of ours" => commit with { Moves = [commit.Moves[0] with { Journal = commit.Moves[0].Journal! with { Cause = new string('c', 5_000) } }] },
        "amount with too many decimals" => With(commit, attempt => attempt with { Balance = 0.123456789m }),
        "amount with too many digits" => With(commit, attempt => attempt with { Balance = 1_234_567_890_123_456_789_012_345_678m }),
        _ => throw new ArgumentOutOfRangeException(nameof(awkward)),
    };
}
