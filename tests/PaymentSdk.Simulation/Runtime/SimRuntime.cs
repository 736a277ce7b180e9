using PaymentSdk.Runtime;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Runtime;

/// <summary>The runtime of one life: starts, waits and random numbers of the checkout process. All waits are parked on the world.</summary>
internal sealed class SimRuntime(World world, Life life, SimTimeProvider time, SimRandom random) : ICheckoutRuntime
{
    private readonly List<Poll> _polls = [];

    public TimeProvider Time => time;

    /// <summary>
    /// Skips the idle rounds of the worker that waits under this token. Leaving out a round that would find no work makes the simulation faster and
    /// changes nothing else.
    /// </summary>
    public void SkipIdleRounds(Func<DateTimeOffset?> nextWork, CancellationToken token) => _polls.Add(new Poll(this, nextWork, token));

    /// <summary>Whether a worker waits longer than usual, because it has no work.</summary>
    public bool IsIdle => !life.IsOver && life.PausedUntil <= world.Now && _polls.Exists(poll => poll.IsIdle);

    /// <summary>Makes the sleeping polls check again, because there may be earlier work than they know of.</summary>
    public void RunPolls()
    {
        foreach (var poll in _polls)
            poll.Recheck();
    }

    public async Task Start(Func<Task> work)
    {
        if (life.IsOverAt("start"))
            await Life.Never;
        await world.ParkAsync(TimeSpan.Zero, life);
        await work();
    }

    public Task DelayAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        world.CheckThread();
        if (life.IsOver)
            return Life.Never;
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        var parked = new Parked(cancellationToken);
        if (_polls.Find(poll => poll.Token == cancellationToken) is { } poll)
            poll.Sleep(length, parked);
        else
            parked.Appointment = world.After(length, life, parked.Complete);
        return parked.Task;
    }

    public async Task WaitAsync(Task task, TimeSpan length, CancellationToken cancellationToken)
    {
        world.CheckThread();
        if (life.IsOver)
            await Life.Never;
        if (!task.IsCompleted)
        {
            var parked = new Parked(cancellationToken);
            parked.Appointment = world.After(length, life, parked.Complete);
            if (await Task.WhenAny(task, parked.Task) != task)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new TimeoutException();
            }

            parked.Release();
        }

        await task;
    }

    public TaskCompletionSource CreateCompletion() => new();

    public void FillRandom(Span<byte> bytes)
    {
        world.CheckThread();
        random.Fill(bytes);
    }

    /// <summary>A wait for a time or a token.</summary>
    private sealed class Parked
    {
        private readonly TaskCompletionSource _source = new();
        private readonly CancellationToken _token;
        private readonly CancellationTokenRegistration _registration;

        public Parked(CancellationToken token)
        {
            _token = token;
            if (token.CanBeCanceled)
                _registration = token.UnsafeRegister(static parked => ((Parked)parked!).Cancel(), this);
        }

        public Appointment? Appointment { get; set; }

        public Task Task => _source.Task;

        public void Complete()
        {
            _registration.Dispose();
            _source.TrySetResult();
        }

        /// <summary>Ends the wait.</summary>
        public void Release()
        {
            Appointment?.CallOff();
            _registration.Dispose();
        }

        private void Cancel()
        {
            Appointment?.CallOff();
            _source.TrySetCanceled(_token);
        }
    }

    /// <summary>A worker's wait between two checks for work.</summary>
    private sealed class Poll(SimRuntime runtime, Func<DateTimeOffset?> nextWork, CancellationToken token)
    {
        /// <summary>The longest time between two checks, even without work.</summary>
        private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

        private Parked? _parked;
        private TimeSpan _length;
        private DateTimeOffset _begun;
        private DateTimeOffset _until;

        public CancellationToken Token => token;

        public bool IsIdle => _parked is { Task.IsCompleted: false } && _until > _begun + _length;

        public void Sleep(TimeSpan length, Parked parked)
        {
            (_parked, _length, _begun) = (parked, length, runtime.World.Now);
            Meet(Tick());
        }

        public void Recheck()
        {
            if (_parked is not { Task.IsCompleted: false, Appointment: { } appointment } || Tick() is var tick && tick >= _until)
                return;
            appointment.CallOff();
            Meet(tick);
        }

        private void Meet(DateTimeOffset at)
        {
            _until = at;
            _parked!.Appointment = runtime.World.At(at, runtime.Life, _parked.Complete);
        }

        /// <summary>Returns the first time at which the worker checks and finds work.</summary>
        private DateTimeOffset Tick()
        {
            if (_length <= TimeSpan.Zero || _length > Longest)
                return _begun + _length;
            var wanted = (nextWork() ?? DateTimeOffset.MaxValue) - _begun;
            var longest = Longest.Ticks / _length.Ticks;
            var earliest = Math.Max(1, Ceiling(runtime.World.Now - _begun));
            var ticks = wanted >= Longest ? longest : Ceiling(wanted);
            return _begun + (_length * Math.Max(earliest, ticks));
        }

        private long Ceiling(TimeSpan time) => (time.Ticks + _length.Ticks - 1) / _length.Ticks;
    }

    private World World => world;

    private Life Life => life;
}
