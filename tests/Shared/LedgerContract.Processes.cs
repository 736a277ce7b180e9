using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Each_process_that_is_alive_is_counted_once_per_merchant()
    {
        var (one, two) = (await OpenLedgerAsync(), await OpenLedgerAsync());

        Assert.Equal(1, await one.BeatAsync(_merchant, "a", Minute, Ct));
        Assert.Equal(2, await two.BeatAsync(_merchant, "b", Minute, Ct));
        Assert.Equal(2, await one.BeatAsync(_merchant, "a", Minute, Ct));
        Assert.Equal(1, await two.BeatAsync($"{_merchant}-b", "b", Minute, Ct));
        Assert.Equal(3, await two.BeatAsync(_merchant, "c", Minute, Ct));
    }

    [Fact]
    public async Task A_process_without_a_recent_beat_is_not_counted_until_it_beats_again()
    {
        var ledger = await OpenLedgerAsync();
        await ledger.BeatAsync(_merchant, "a", Minute, Ct);
        await PassAsync(ledger, TimeSpan.FromMilliseconds(20));

        Assert.Equal(1, await ledger.BeatAsync(_merchant, "b", TimeSpan.FromMilliseconds(10), Ct));
        Assert.Equal(2, await ledger.BeatAsync(_merchant, "a", Minute, Ct));
    }

    [Fact]
    public async Task A_process_that_beats_many_times_at_the_same_moment_is_one()
    {
        var ledger = await OpenLedgerAsync();

        var counts = await AtOnceAsync([.. Enumerable.Range(0, 8).Select<int, Func<ValueTask<int>>>(_ => () => ledger.BeatAsync(_merchant, "a", Minute, Ct))]);

        Assert.All(counts, count => Assert.Equal(1, count));
    }
}
