using PaymentSdk.Configuration;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Processes;

/// <summary>The shop of a history: the objects that its processes share, and the events that their handlers have handled.</summary>
internal sealed class Shop
{
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

    /// <summary>Returns the handler under the HTTP pipeline of a process.</summary>
    public required Func<Life, HttpMessageHandler> Connect { get; init; }

    /// <summary>The settings that processes start with; a running process keeps its settings until they are replaced.</summary>
    public required PaymentSettings Settings { get; set; }

    /// <summary>The connection from its processes to the database.</summary>
    public LedgerNetwork Network { get; }

    /// <summary>The shop's handler of events, which may fail or be slow. If null, every event counts as handled immediately.</summary>
    public Func<ShopProcess, OrderEvent, Task>? Handle { get; set; }

    /// <summary>Called when a handler has handled an event.</summary>
    public Action<OrderEvent> Handled { get; set; } = _ => { };

    /// <summary>Creates a process with no memory of earlier ones. It does nothing until it is started.</summary>
    public ShopProcess Process(string name)
    {
        var process = new ShopProcess(this, name);
        _processes.RemoveAll(other => !other.IsAlive);
        _processes.Add(process);
        return process;
    }

    internal void RecordHandled(ShopProcess process, OrderEvent happened)
    {
        World.Note(process.Life, $"handled {happened.Type} of {happened.OrderId}");
        Handled(happened);
    }
}
