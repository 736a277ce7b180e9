using PaymentSdk.Runtime;

namespace PaymentSdk.Tests.Lanes;

/// <summary>
/// Virtual time, which passes when no code is ready to run. Everything runs on one thread, in the same order each time, so an hour of a shop
/// takes milliseconds. The wall clock can be set, as by an operator or a clock synchronization.
/// </summary>
internal sealed class VirtualRuntime : TimeProvider, ICheckoutRuntime
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<Action, (long At, long Order)> _due = new();
    private long _now;
    private long _order;
    private TimeSpan _wallShift;

    public TimeProvider Time => this;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The virtual time that has passed.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(_now);

    /// <summary>The time of a database with a correct clock.</summary>
    public DateTimeOffset Now => Begin + Elapsed;

    public override long GetTimestamp() => _now;

    public override DateTimeOffset GetUtcNow() => Now + _wallShift;

    public void SetWallClock(TimeSpan by) => _wallShift += by;

    /// <summary>Lets time pass.</summary>
    public void Run(TimeSpan time)
    {
        var end = _now + time.Ticks;
        while (_due.TryPeek(out _, out var next) && next.At <= end)
        {
            _now = Math.Max(_now, next.At);
            _due.Dequeue()();
        }

        _now = end;
    }

    public void At(TimeSpan after, Action action) => _due.Enqueue(action, (_now + after.Ticks, _order++));

    public Task Start(Func<Task> work)
    {
        var done = CreateCompletion();
        At(TimeSpan.Zero, () => work().ContinueWith(_ => done.TrySetResult(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default));
        return done.Task;
    }

    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var over = CreateCompletion();
        At(time, () => over.TrySetResult());
        cancellationToken.Register(() => over.TrySetCanceled(cancellationToken));
        return over.Task;
    }

    public async Task WaitAsync(Task task, TimeSpan time, CancellationToken cancellationToken)
    {
        var limit = DelayAsync(time, cancellationToken);
        if (await Task.WhenAny(task, limit) != task)
        {
            await limit;
            throw new TimeoutException();
        }

        await task;
    }

    public TaskCompletionSource CreateCompletion() => new();

    public void FillRandom(Span<byte> bytes)
    {
        for (var place = 0; place < bytes.Length; place++)
            bytes[place] = (byte)(++_order * 31 >> (place % 8));
    }
}
