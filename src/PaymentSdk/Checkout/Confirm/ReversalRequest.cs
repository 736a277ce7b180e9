namespace PaymentSdk;

/// <summary>The shop's request to undo an order in any state (<see cref="ICheckout.ReverseAsync"/>).</summary>
public sealed record ReversalRequest
{
    /// <summary>The order to reverse.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The reason, which is recorded in the ledger and sent to the API as <c>cancelReason</c>; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The actor who requests the reversal, for the journal; 1 to 64 characters. Default <c>shop</c>.</summary>
    public string Actor { get; init; } = "shop";

    /// <summary>
    /// The time to wait for the outcome before <see cref="ReversalOutcome.Checking"/> is returned. The work continues. Must be from 0 seconds to
    /// one day. If null (the default),
    /// <see cref="PaymentSdkOptions.Wait"/> applies.
    /// </summary>
    public TimeSpan? Wait { get; init; }
}
