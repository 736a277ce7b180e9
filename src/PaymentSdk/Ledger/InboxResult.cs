namespace PaymentSdk.Ledger;

/// <summary>What became of a webhook that was put into the inbox.</summary>
public enum InboxResult
{
    /// <summary>Stored, durably.</summary>
    Stored,

    /// <summary>A message with this body is waiting or was handled already; nothing was stored.</summary>
    Replayed,

    /// <summary>Too many messages wait; nothing was stored. The sender tries again later.</summary>
    Full,
}
