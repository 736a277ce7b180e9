using PaymentSdk.EntityFrameworkCore.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class WriterQueueTests
{
    [Fact]
    public async Task Behind_a_writer_that_makes_no_progress_the_next_one_times_out()
    {
        var writers = new WriterQueue(TimeSpan.FromMilliseconds(50), _ => Task.CompletedTask);
        var locked = new TaskCompletionSource<int>();
        var first = TakeTurnAsync(writers, () => locked.Task);

        var refused = await Assert.ThrowsAsync<NothingWrittenException>(() => TakeTurnAsync(writers, () => Task.FromResult(2)));
        locked.SetResult(1);

        Assert.IsType<TimeoutException>(refused.InnerException);
        Assert.Equal(1, await first);
        Assert.Equal(3, await TakeTurnAsync(writers, () => Task.FromResult(3)));
    }

    private static Task<int> TakeTurnAsync(WriterQueue writers, Func<Task<int>> work) =>
        writers.TakeTurnAsync(new WriterWork<int>(work), TestContext.Current.CancellationToken);
}
