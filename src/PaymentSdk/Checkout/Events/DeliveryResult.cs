namespace PaymentSdk;

/// <summary>What became of an operator's decision about an undelivered event.</summary>
public enum DeliveryResult
{
    /// <summary>The event is retried or skipped, as the operator decided.</summary>
    Done,

    /// <summary>There is no such event.</summary>
    NotFound,

    /// <summary>It was delivered or skipped before; nothing changed.</summary>
    AlreadyOver,

    /// <summary>A handler has it just now; nothing changed. Look again in a minute.</summary>
    BeingDelivered,
}
