using PaymentSdk.EntityFrameworkCore.Sqlite;

namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class SqliteWritersTests
{
    [Fact]
    public async Task Behind_a_writer_that_does_not_get_on_the_next_one_fails_instead_of_waiting_for_ever()
    {
        using var writers = new SqliteWriters(TimeSpan.FromMilliseconds(50));
        var locked = new TaskCompletionSource<int>();
        var first = writers.TakeTurnAsync(() => locked.Task, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<TimeoutException>(() => writers.TakeTurnAsync(() => Task.FromResult(2), TestContext.Current.CancellationToken));
        locked.SetResult(1);

        Assert.Equal(1, await first);
        Assert.Equal(3, await writers.TakeTurnAsync(() => Task.FromResult(3), TestContext.Current.CancellationToken));
    }
}
