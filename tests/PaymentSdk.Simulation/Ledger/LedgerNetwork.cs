using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>The way from the processes of a history to its database: how long a call takes, and what goes wrong with it.</summary>
internal sealed class LedgerNetwork(World world)
{
    private readonly Dictionary<(string Operation, string Subject), int> _counts = [];

    /// <summary>What goes wrong with a call.</summary>
    public Func<LedgerCall, LedgerFault> Plan { get; set; } = _ => LedgerFault.None;

    /// <summary>Until when nobody reaches the database.</summary>
    public DateTimeOffset AwayUntil { get; set; }

    /// <summary>A real ledger that is asked the same beside the model; null is none.</summary>
    public TwinLedger? Twin { get; set; }

    public bool IsAway => world.Now < AwayUntil;

    /// <summary>The next call of an operation about a subject, what is planned for it, and its chance, which no other call changes.</summary>
    public (LedgerCall Call, LedgerFault Fault, SimRandom Chance) Next(string operation, string subject, string process, bool writes)
    {
        _counts.TryGetValue((operation, subject), out var count);
        _counts[(operation, subject)] = ++count;
        var call = new LedgerCall(operation, subject, count, process, writes);
        var chance = SimRandom.Named(world.Seed ^ ((ulong)count * 0x9E3779B97F4A7C15UL), operation, subject);
        return (call, Plan(call), chance);
    }
}
