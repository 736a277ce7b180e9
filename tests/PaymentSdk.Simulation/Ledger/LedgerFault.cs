namespace PaymentSdk.Simulation.Ledger;

/// <summary>The fault of one ledger call.</summary>
internal enum LedgerFaultKind
{
    None,

    /// <summary>The call takes longer than usual.</summary>
    Slow,

    /// <summary>The call is refused before anything is written, and the caller knows it.</summary>
    Refused,

    /// <summary>The call fails before anything is written, and the caller does not know whether anything was.</summary>
    InDoubt,

    /// <summary>The call fails, and its data is written later.</summary>
    WrittenLater,

    /// <summary>The data is written, but the acknowledgment is lost.</summary>
    Unacknowledged,

    /// <summary>A commit is refused because of its data, and the caller knows it.</summary>
    DataRefused,
}

/// <summary>One planned fault.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Time">The delay before the caller gets the answer or the failure.</param>
/// <param name="WrittenAfter">How much later than usual the data of a <see cref="LedgerFaultKind.WrittenLater"/> call is written.</param>
internal readonly record struct LedgerFault(LedgerFaultKind Kind, TimeSpan Time = default, TimeSpan WrittenAfter = default)
{
    public static LedgerFault None => default;

    /// <summary>The name of the fault in traces and coverage.</summary>
    public string Name => Kind switch
    {
        LedgerFaultKind.Slow => "slow",
        LedgerFaultKind.Refused => "refused",
        LedgerFaultKind.InDoubt => "in-doubt",
        LedgerFaultKind.WrittenLater => "written-later",
        LedgerFaultKind.Unacknowledged => "unacknowledged",
        LedgerFaultKind.DataRefused => "data-refused",
        _ => "none",
    };
}

/// <summary>A ledger call, as the plan of faults identifies it.</summary>
/// <param name="Operation">The operation: a member of the port, or a commit with its cause.</param>
/// <param name="Subject">The purchase that the call is about; empty when there is none.</param>
/// <param name="Nth">The number of this call among those of the same operation and subject in the history, from 1.</param>
/// <param name="Process">The name of the calling process.</param>
/// <param name="Writes">Whether the call may change a row.</param>
internal readonly record struct LedgerCall(string Operation, string Subject, int Nth, string Process, bool Writes);
