namespace PaymentSdk.Simulation.Worlds;

/// <summary>
/// One history: one thread, one clock, one seed for all random numbers, and a queue of planned actions. Every wait is parked on a plain
/// TaskCompletionSource that this world completes inline, one at a time. The action with the earliest due time runs next; actions that are due
/// at the same time run in a random order. No order depends on hash codes.
/// </summary>
internal sealed class World
{
    /// <summary>The maximum number of steps. A history that takes more is assumed to be in an endless loop.</summary>
    private const long MostSteps = 20_000_000;

    private readonly PriorityQueue<Appointment, Turn> _queue = new();
    private readonly SimRandom _order;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _number;
    private volatile Exception? _failure;

    public World(ulong seed, DateTimeOffset begin, Parts? parts = null)
    {
        var random = new SimRandom(seed);
        (Seed, _order, Random, Now, Began, Parts) = (seed, random.Fork(), random.Fork(), begin, begin, parts ?? new Parts(Parts.NoneLeftOut));
    }

    public ulong Seed { get; }

    /// <summary>True time, which the gateway and the database use.</summary>
    public DateTimeOffset Now { get; private set; }

    public DateTimeOffset Began { get; }

    public SimRandom Random { get; }

    /// <summary>The optional parts of this history.</summary>
    public Parts Parts { get; }

    /// <summary>The coverage of this history.</summary>
    public Coverage Coverage { get; } = new();

    /// <summary>The hash of everything that is visible from outside; the same seed gives the same hash.</summary>
    public JournalHash Journal { get; } = new();

    /// <summary>The life of everything that is not a process: buyers, networks, the gateway, the database. It never ends.</summary>
    public Life Itself { get; } = new("world");

    /// <summary>Called after every step; invariants are checked here.</summary>
    public Action AfterStep { get; set; } = () => { };

    /// <summary>Receives the trace of the history; null when no trace is written.</summary>
    public Action<DateTimeOffset, string, string>? Trace { get; set; }

    public long Steps { get; private set; }

    public bool IsEmpty => _queue.Count == 0;

    /// <summary>Writes a line of the trace.</summary>
    public void Tell(Life life, string text) => Trace?.Invoke(Now, life.Name, text);

    /// <summary>Adds a visible event to the journal hash, and writes it to the trace.</summary>
    public void Note(Life life, string text)
    {
        Journal.Add(Now.UtcTicks);
        Journal.Add(life.Name);
        Journal.Add(text);
        Trace?.Invoke(Now, life.Name, text);
    }

    /// <summary>Plans an action after a time.</summary>
    public Appointment After(TimeSpan time, Life life, Action happen) => At(time > TimeSpan.Zero ? Now + time : Now, life, happen);

    /// <summary>Plans an action at a time, or now when that time has passed.</summary>
    public Appointment At(DateTimeOffset time, Life life, Action happen)
    {
        CheckThread();
        var appointment = new Appointment(life, happen);
        var at = time > Now ? time : Now;
        _queue.Enqueue(appointment, new Turn(at.UtcTicks, _order.Next(), _number++));
        return appointment;
    }

    /// <summary>Parks the caller for a time. If its life ends meanwhile, the wait never completes.</summary>
    public Task ParkAsync(TimeSpan time, Life life)
    {
        var parked = new TaskCompletionSource();
        After(time, life, parked.SetResult);
        return parked.Task;
    }

    /// <summary>Runs the next action. Returns false if none is due by <paramref name="end"/>.</summary>
    public bool Step(DateTimeOffset end)
    {
        while (_queue.TryPeek(out var next, out var turn))
        {
            if (next.IsOver)
            {
                _queue.Dequeue();
                continue;
            }

            if (turn.At > end.UtcTicks)
                return false;
            _queue.Dequeue();
            if (next.Life.PausedUntil.UtcTicks > turn.At)
            {
                _queue.Enqueue(next, turn with { At = next.Life.PausedUntil.UtcTicks });
                continue;
            }

            Now = new DateTimeOffset(turn.At, TimeSpan.Zero);
            if (++Steps > MostSteps)
                throw new SimulationException(new InvalidOperationException($"The history does not end: it has taken {MostSteps} steps."));
            next.Happen();
            if (_failure is not null)
                throw new SimulationException(_failure);
            AfterStep();
            return true;
        }

        return false;
    }

    /// <summary>
    /// Checks that the caller is on the thread of the history. A continuation on another thread has left the history and cannot be repeated.
    /// The product may swallow the exception, so the world stores it as well.
    /// </summary>
    public void CheckThread()
    {
        if (Environment.CurrentManagedThreadId == _thread)
            return;
        var left = new LeftTheThreadException(Environment.StackTrace);
        _failure = left;
        throw left;
    }

    /// <summary>Ends the history after the current step, because the simulator itself has failed.</summary>
    public void Fail(Exception failure) => _failure ??= failure;

    private readonly record struct Turn(long At, ulong Tie, long Number) : IComparable<Turn>
    {
        public int CompareTo(Turn other)
        {
            if (At != other.At)
                return At < other.At ? -1 : 1;
            return Tie != other.Tie ? (Tie < other.Tie ? -1 : 1) : Number.CompareTo(other.Number);
        }
    }
}
