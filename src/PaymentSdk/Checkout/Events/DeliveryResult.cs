namespace PaymentSdk;

/// <summary>The result of an operator's decision about an undelivered event.</summary>
public enum DeliveryResult
{
    /// <summary>The event will be retried or has been skipped, as the operator decided.</summary>
    Done,

    /// <summary>No event has this id.</summary>
    NotFound,

    /// <summary>The event was already delivered or skipped. Nothing changed.</summary>
    AlreadyOver,

    /// <summary>A handler is processing the event now. Nothing changed; try again in a minute.</summary>
    BeingDelivered,
}
