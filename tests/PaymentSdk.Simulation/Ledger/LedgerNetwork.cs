using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>The connection between the processes of a history and the database: how long a call takes, and which faults it meets.</summary>
internal sealed class LedgerNetwork(World world)
{
    private readonly Dictionary<(string Operation, string Subject), int> _counts = [];

    /// <summary>Returns the fault of a call.</summary>
    public Func<LedgerCall, LedgerFault> Plan { get; set; } = _ => LedgerFault.None;

    /// <summary>The time until which no process can reach the database.</summary>
    public DateTimeOffset UnavailableUntil { get; set; }

    /// <summary>A real ledger that gets the same calls as the model; null when there is none.</summary>
    public TwinLedger? Twin { get; set; }

    public bool IsUnavailable => world.Now < UnavailableUntil;

    /// <summary>
    /// Returns the next call of an operation about a subject, its planned fault, and a random number generator that no other call uses.
    /// </summary>
    public (LedgerCall Call, LedgerFault Fault, SimRandom Chance) Next(string operation, string subject, string process, bool writes)
    {
        _counts.TryGetValue((operation, subject), out var count);
        _counts[(operation, subject)] = ++count;
        var call = new LedgerCall(operation, subject, count, process, writes);
        var chance = SimRandom.Named(world.Seed ^ ((ulong)count * 0x9E3779B97F4A7C15UL), operation, subject);
        return (call, Plan(call), chance);
    }
}
