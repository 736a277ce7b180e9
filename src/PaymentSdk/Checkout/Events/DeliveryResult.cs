namespace PaymentSdk;

/// <summary>What became of a person's decision about an event.</summary>
public enum DeliveryResult
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no such event.</summary>
    NotFound,

    /// <summary>It was delivered or skipped before; nothing changed.</summary>
    AlreadyOver,

    /// <summary>A handler has it just now; nothing changed. Look again in a minute.</summary>
    BeingDelivered,
}
