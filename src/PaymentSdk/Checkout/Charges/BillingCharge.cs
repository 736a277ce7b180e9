using System.Text;

namespace PaymentSdk;

/// <summary>Charges a billing key. The key is sent and not kept.</summary>
public sealed record BillingCharge : Charge
{
    /// <summary>The key of the registered card or account.</summary>
    public required BillingKey BillingKey { get; init; }

    /// <summary>The buyer that the key was issued to.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
