using System.Collections.Immutable;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>The virtual account issued for a payment (docs/spec/payment-api.md §3.4).</summary>
internal sealed record IssuedAccount(string AccountNumber, string BankCode, DateTimeOffset DueDate)
{
    /// <summary>Whether the deadline has passed. The payment's status does not change at the deadline.</summary>
    public bool Expired { get; init; }

    /// <summary>The refunds to the buyer's own account, in order: one for each cancel after the deposit.</summary>
    public ImmutableList<Refund> Refunds { get; init; } = [];

    /// <summary>Returns the status of the refunds. The bank pays two days after the cancel (docs/spec/payment-api.md §2.1, §3.4).</summary>
    public string RefundStatus(DateTimeOffset now) => Refunds switch
    {
        [] => "NONE",
        _ when Refunds.Any(refund => refund.IsPending(now)) => "PENDING",
        _ when Refunds.All(refund => refund.Fails) => "FAILED",
        _ when Refunds.Any(refund => refund.Fails) => "PARTIAL_FAILED",
        _ => "COMPLETED",
    };
}
