namespace PaymentSdk.Simulation.Worlds;

/// <summary>
/// One history: one thread, one clock, one source of chance, and a queue of what is to happen. Everything that waits is parked on
/// a plain TaskCompletionSource that this world completes inline, one at a time: what runs next is decided by the time it comes
/// due and, at the same time, by chance. Nothing is ordered by hash codes.
/// </summary>
internal sealed class World
{
    /// <summary>A history that takes more steps than this has something in it that never comes to an end.</summary>
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

    /// <summary>True time: what the gateway and the database go by.</summary>
    public DateTimeOffset Now { get; private set; }

    public DateTimeOffset Began { get; }

    public SimRandom Random { get; }

    /// <summary>What this history is made of, and what it does without.</summary>
    public Parts Parts { get; }

    /// <summary>What was reached in this history.</summary>
    public Coverage Coverage { get; } = new();

    /// <summary>Everything that can be seen from outside, folded into one number: the same seed gives the same one.</summary>
    public JournalHash Journal { get; } = new();

    /// <summary>What is no process: buyers, networks, the gateway, the database. It never ends.</summary>
    public Life Itself { get; } = new("world");

    /// <summary>Told after every step: invariants are checked here.</summary>
    public Action AfterStep { get; set; } = () => { };

    /// <summary>Where the story of the history goes; null when nobody reads it.</summary>
    public Action<DateTimeOffset, string, string>? Trace { get; set; }

    public long Steps { get; private set; }

    public bool IsEmpty => _queue.Count == 0;

    /// <summary>Tells a line of the story.</summary>
    public void Tell(Life life, string text) => Trace?.Invoke(Now, life.Name, text);

    /// <summary>Folds something that can be seen from outside into the journal, and tells it.</summary>
    public void Note(Life life, string text)
    {
        Journal.Add(Now.UtcTicks);
        Journal.Add(life.Name);
        Journal.Add(text);
        Trace?.Invoke(Now, life.Name, text);
    }

    /// <summary>Lets something happen after a time.</summary>
    public Appointment After(TimeSpan time, Life life, Action happen) => At(time > TimeSpan.Zero ? Now + time : Now, life, happen);

    /// <summary>Lets something happen at a time, or now when it is over.</summary>
    public Appointment At(DateTimeOffset time, Life life, Action happen)
    {
        CheckThread();
        var appointment = new Appointment(life, happen);
        var at = time > Now ? time : Now;
        _queue.Enqueue(appointment, new Turn(at.UtcTicks, _order.Next(), _number++));
        return appointment;
    }

    /// <summary>Parks the caller for a time. Never goes on when its life ends meanwhile.</summary>
    public Task ParkAsync(TimeSpan time, Life life)
    {
        var parked = new TaskCompletionSource();
        After(time, life, parked.SetResult);
        return parked.Task;
    }

    /// <summary>Does the next thing. False when there is none until <paramref name="end"/>.</summary>
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
    /// Checks that the caller is on the thread of the history. A continuation that turns up on another one has left the history:
    /// nothing about it would be repeatable. The product may swallow the exception, so the history remembers it, too.
    /// </summary>
    public void CheckThread()
    {
        if (Environment.CurrentManagedThreadId == _thread)
            return;
        var left = new LeftTheThreadException(Environment.StackTrace);
        _failure = left;
        throw left;
    }

    /// <summary>Ends the history with a fault of the simulator itself, from wherever it is found.</summary>
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
