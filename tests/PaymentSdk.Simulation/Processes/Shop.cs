using PaymentSdk.Configuration;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Processes;

/// <summary>The shop of a history: what its processes share, and what they were told.</summary>
internal sealed class Shop
{
    private readonly List<ToldEvent> _told = [];
    private readonly List<ShopProcess> _processes = [];

    public Shop(World world, LedgerModel ledger)
    {
        (World, Ledger, Network) = (world, ledger, new LedgerNetwork(world));
        ledger.IsIdle = name => _processes.Exists(process => process.IsIdle && process.Ledger.Process == name);
    }

    public World World { get; }

    public LedgerModel Ledger { get; }

    /// <summary>The registration that its processes run; empty is the default one.</summary>
    public string Merchant { get; init; } = "";

    /// <summary>The wire of a process: what is under its HTTP pipeline.</summary>
    public required Func<Life, HttpMessageHandler> Connect { get; init; }

    /// <summary>The settings that processes start with; a running process keeps its own until it is given others.</summary>
    public required PaymentSettings Settings { get; set; }

    /// <summary>The way from its processes to the database.</summary>
    public LedgerNetwork Network { get; }

    /// <summary>What a handler of the shop does with an event, before it has taken it: may fail, may take its time. Null takes it at once.</summary>
    public Func<ShopProcess, OrderEvent, Task>? Handle { get; set; }

    /// <summary>The events that a handler has taken, in the order in which it did: at least once each.</summary>
    public IReadOnlyList<ToldEvent> Told => _told;

    /// <summary>Called when a handler has taken an event.</summary>
    public Action<ToldEvent> HasTold { get; set; } = _ => { };

    /// <summary>Makes a process with nothing in memory. It works when it is started.</summary>
    public ShopProcess Process(string name)
    {
        var process = new ShopProcess(this, name);
        _processes.RemoveAll(other => !other.IsAlive);
        _processes.Add(process);
        return process;
    }

    internal void Tell(ShopProcess process, OrderEvent happened)
    {
        var told = new ToldEvent(World.Now, process.Name, happened);
        _told.Add(told);
        World.Note(process.Life, $"told {happened.Type} of {happened.OrderId}");
        HasTold(told);
    }
}

/// <summary>An event that a handler of the shop has taken.</summary>
internal sealed record ToldEvent(DateTimeOffset At, string Process, OrderEvent Event);
