namespace PaymentSdk.Simulation.Ledger;

/// <summary>What goes wrong with one call of the ledger.</summary>
internal enum LedgerFaultKind
{
    None,

    /// <summary>It takes seconds.</summary>
    Slow,

    /// <summary>It is refused before anything is written, and says so.</summary>
    Refused,

    /// <summary>It fails before the work, and does not say whether anything was written.</summary>
    InDoubt,

    /// <summary>It fails before the work, and what was to be written is written later.</summary>
    WrittenLater,

    /// <summary>The work is done and its acknowledgement lost.</summary>
    Unacknowledged,

    /// <summary>A commit is refused for its data, and says so.</summary>
    DataRefused,
}

/// <summary>One planned fault.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Time">How much later the caller is answered, or hears that it is not.</param>
/// <param name="WrittenAfter">When what was in doubt is written, counted from when it would have been.</param>
internal readonly record struct LedgerFault(LedgerFaultKind Kind, TimeSpan Time = default, TimeSpan WrittenAfter = default)
{
    public static LedgerFault None => default;

    /// <summary>Its name in stories and coverage.</summary>
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

/// <summary>A call of the ledger, as faults are planned for it.</summary>
/// <param name="Operation">What it asks for: a member of the port, or a commit with why it is made.</param>
/// <param name="Subject">The purchase that it is about; empty when it is about none.</param>
/// <param name="Nth">The how manieth of this operation about this subject in the history, from 1.</param>
/// <param name="Process">The name of the process it comes from.</param>
/// <param name="Writes">Whether it may change a row.</param>
internal readonly record struct LedgerCall(string Operation, string Subject, int Nth, string Process, bool Writes);
