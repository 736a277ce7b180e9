namespace PaymentSdk.Ledger;

/// <summary>The result of storing a webhook in the inbox.</summary>
public enum InboxResult
{
    /// <summary>The message is stored durably.</summary>
    Stored,

    /// <summary>A message with the same body was received before; nothing was stored.</summary>
    Replayed,

    /// <summary>Too many messages are waiting; nothing was stored. The sender sends the webhook again later.</summary>
    Full,
}
