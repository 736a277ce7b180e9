using System.Text;

namespace PaymentSdk;

/// <summary>A charge of a billing key. The key is sent and not stored.</summary>
public sealed record BillingCharge : Charge
{
    /// <summary>The billing key of the registered card or account.</summary>
    public required BillingKey BillingKey { get; init; }

    /// <summary>The customer key of the buyer to whom the billing key was issued.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
