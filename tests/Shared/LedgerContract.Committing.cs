using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    public static TheoryData<string> StaleReadings => ["version", "state", "fencing token", "version and state"];

    [Theory]
    [MemberData(nameof(StaleReadings))]
    public async Task A_commit_on_a_reading_that_is_stale_writes_nothing(string stale)
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var before = await AllAsync(ledger, entry);

        var commit = Moving(entry, AttemptState.Confirming, NewPaymentKey(), Event(entry, 1));
        var move = commit.Moves[0];
        commit = stale switch
        {
            "version" => commit with { Purchase = commit.Purchase with { Version = 7 } },
            "state" => commit with { Moves = [move with { ExpectedState = AttemptState.Unknown }] },
            "fencing token" => commit with { Moves = [move with { ExpectedFencingToken = 3 }] },
            _ => commit with { Purchase = commit.Purchase with { Version = 7 }, Moves = [move with { ExpectedState = AttemptState.Unknown }] },
        };

        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(commit, Ct));
        Assert.Equal(before, await AllAsync(ledger, entry));
    }

    [Fact]
    public async Task A_commit_of_which_the_last_move_is_stale_writes_none_of_it()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var newest = await OpenAgainAsync(ledger, entry);
        var older = await ReadAsync(ledger, entry);
        var before = await AllAsync(ledger, newest, older);

        var commit = new LedgerCommit
        {
            Purchase = newest.Purchase with { LiveAttempt = newest.Attempt.OrderId, EventCount = 1 },
            Moves = [Move(newest.Attempt, AttemptState.Confirming, NewPaymentKey()), Move(older.Attempt with { State = AttemptState.Created }, AttemptState.Expired)],
            Events = [Event(newest, 1)],
        };

        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(commit, Ct));
        Assert.Equal(before, await AllAsync(ledger, newest, older));
    }

    [Fact]
    public async Task A_move_of_an_attempt_that_is_not_there_is_stale()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var before = await AllAsync(ledger, entry);

        var commit = Moving(entry with { Attempt = entry.Attempt with { OrderId = OrderId.New() } }, AttemptState.Confirming) with { Events = [] };

        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(commit with { Moves = [commit.Moves[0] with { Journal = null }] }, Ct));
        Assert.Equal(before, await AllAsync(ledger, entry));
    }

    [Fact]
    public async Task A_payment_key_of_another_attempt_is_taken_and_nothing_is_written()
    {
        var ledger = await OpenLedgerAsync();
        var (first, second) = (await OpenAsync(ledger), await OpenAsync(ledger));
        var key = NewPaymentKey();
        await CommittedAsync(ledger, Moving(first, AttemptState.Confirming, key));
        var before = await AllAsync(ledger, first, second);

        Assert.Equal(LedgerCommitResult.PaymentKeyTaken, await ledger.CommitAsync(Moving(second, AttemptState.Confirming, key, Event(second, 1)), Ct));
        Assert.Equal(before, await AllAsync(ledger, first, second));
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_payment_key_belongs_to_its_attempt_in_every_state(AttemptState state)
    {
        var ledger = await OpenLedgerAsync();
        var first = await OpenAsync(ledger);
        var key = NewPaymentKey();
        await CommittedAsync(ledger, Moving(first, AttemptState.Confirming, key));
        await CommittedAsync(ledger, Moving(await ReadAsync(ledger, first), state));
        var second = await OpenAsync(ledger);

        Assert.Equal(LedgerCommitResult.PaymentKeyTaken, await ledger.CommitAsync(Moving(second, AttemptState.Confirming, key), Ct));
        Assert.Equal(first.Attempt.OrderId, (await ledger.FindPaymentAsync(_merchant, key, Ct))!.Attempt.OrderId);
    }

    [Fact]
    public async Task A_payment_key_is_not_taken_over_by_another_attempt_of_the_same_purchase()
    {
        var ledger = await OpenLedgerAsync();
        var first = await OpenAsync(ledger);
        var key = NewPaymentKey();
        await CommittedAsync(ledger, Moving(first, AttemptState.Declined, key));
        var second = await OpenAgainAsync(ledger, await ReadAsync(ledger, first));

        Assert.Equal(LedgerCommitResult.PaymentKeyTaken, await ledger.CommitAsync(Moving(second, AttemptState.Confirming, key), Ct));
    }

    [Fact]
    public async Task Of_two_attempts_of_a_purchase_that_would_both_be_live_only_the_first_to_commit_is()
    {
        var ledger = await OpenLedgerAsync();
        var first = await OpenAsync(ledger);
        var second = await OpenAgainAsync(ledger, first);
        first = await ReadAsync(ledger, first);

        var live = Moving(first, AttemptState.Approved, NewPaymentKey());
        await CommittedAsync(ledger, live with { Purchase = live.Purchase with { LiveAttempt = first.Attempt.OrderId } });
        var another = Moving(second, AttemptState.Confirming, NewPaymentKey());

        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(another with { Purchase = another.Purchase with { LiveAttempt = second.Attempt.OrderId } }, Ct));
        Assert.Equal(first.Attempt.OrderId, (await ReadAsync(ledger, second)).Purchase.LiveAttempt);
        Assert.Equal(AttemptState.Created, (await ReadAsync(ledger, second)).Attempt.State);
    }

    [Fact]
    public async Task A_commit_leaves_its_id_in_the_purchase_and_in_its_journal_rows()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        await CommittedAsync(ledger, Marked(Moving(opened, AttemptState.Confirming), first));
        Assert.Equal(first, (await ReadAsync(ledger, opened)).Purchase.CommitId);
        await CommittedAsync(ledger, Marked(Moving(await ReadAsync(ledger, opened), AttemptState.Approved), second));

        Assert.Equal(second, (await ReadAsync(ledger, opened)).Purchase.CommitId);
        Assert.Equal([first, second], (await ledger.ReadJournalAsync(_merchant, opened.Purchase.PurchaseId, Ct)).Skip(1).Select(line => line.CommitId));

        static LedgerCommit Marked(LedgerCommit commit, Guid id) => commit with
        {
            Purchase = commit.Purchase with { CommitId = id },
            Moves = [.. commit.Moves.Select(move => move with { Journal = move.Journal! with { CommitId = id } })],
        };
    }

    [Fact]
    public async Task A_stale_commit_is_stale_even_if_it_carries_the_id_of_the_commit_that_was_faster()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);
        var id = Guid.NewGuid();

        var first = Moving(opened, AttemptState.Confirming, NewPaymentKey());
        await CommittedAsync(ledger, first with { Purchase = first.Purchase with { CommitId = id } });
        var second = Moving(opened, AttemptState.Confirming, NewPaymentKey());

        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(second with { Purchase = second.Purchase with { CommitId = id } }, Ct));
    }

    [Fact]
    public async Task An_attempt_keeps_its_own_payment_key_over_later_moves()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var key = NewPaymentKey();
        await CommittedAsync(ledger, Moving(entry, AttemptState.Confirming, key));

        await CommittedAsync(ledger, Moving(await ReadAsync(ledger, entry), AttemptState.Approved));

        Assert.Equal(AttemptState.Approved, (await ledger.FindPaymentAsync(_merchant, key, Ct))!.Attempt.State);
    }

    [Theory]
    [InlineData("sequence")]
    [InlineData("event id")]
    public async Task An_event_that_is_there_already_is_stale_and_nothing_is_written(string same)
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var known = Event(entry, 1);
        await CommittedAsync(ledger, Moving(entry, AttemptState.Confirming, null, known));
        entry = await ReadAsync(ledger, entry);
        var before = await AllAsync(ledger, entry);

        var repeated = same == "sequence" ? Event(entry, 1) : Event(entry, 2, eventId: known.EventId);

        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(Moving(entry, AttemptState.Approved, null, repeated), Ct));
        Assert.Equal(before, await AllAsync(ledger, entry));
    }

    [Fact]
    public async Task A_journal_row_that_is_there_already_is_stale_and_nothing_is_written()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var before = await AllAsync(ledger, entry);

        var forgetful = entry with { Attempt = entry.Attempt with { JournalCount = 0 } };

        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(Moving(forgetful, AttemptState.Confirming), Ct));
        Assert.Equal(before, await AllAsync(ledger, entry));
    }

    [Fact]
    public async Task A_new_schedule_alone_raises_the_version_and_leaves_the_journal()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        var due = entry.Now.AddMinutes(5);

        await CommittedAsync(ledger, new LedgerCommit
        {
            Purchase = entry.Purchase,
            Moves = [new AttemptMove { ExpectedState = entry.Attempt.State, ExpectedFencingToken = entry.Attempt.FencingToken, Attempt = entry.Attempt with { DueAt = due } }],
        });

        var after = await ReadAsync(ledger, entry);
        Assert.Equal((due, entry.Purchase.Version + 1), (after.Attempt.DueAt, after.Purchase.Version));
        Assert.Single(await ledger.ReadJournalAsync(_merchant, entry.Purchase.PurchaseId, Ct));
    }

    [Fact]
    public async Task A_purchase_may_change_without_a_move()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);

        await CommittedAsync(ledger, new LedgerCommit { Purchase = entry.Purchase with { EventCount = 1 }, Moves = [], Events = [Event(entry, 1)] });

        Assert.Equal(1, (await ReadAsync(ledger, entry)).Purchase.EventCount);
    }

    [Fact]
    public async Task A_buyer_who_is_gone_before_the_commit_leaves_nothing_behind()
    {
        var ledger = await OpenLedgerAsync();
        var entry = Unopened(await ledger.GetTimeAsync(Ct));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ledger.CommitAsync(PurchaseOpener(entry), new CancellationToken(canceled: true)));

        Assert.Null(await ledger.FindAsync(_merchant, entry.Attempt.OrderId, Ct));
    }
}
