namespace CheckoutDemo.Tests.Running;

/// <summary>Waits for a condition that becomes true without further action of the test.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan? timeout = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(timeout ?? TimeSpan.FromMinutes(1));
        while (!await condition())
            await Task.Delay(100, limit.Token);
    }
}
