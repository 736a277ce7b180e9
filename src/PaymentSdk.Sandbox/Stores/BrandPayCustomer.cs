using System.Collections.Immutable;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>A BrandPay customer of a shop, with the agreed terms and the registered payment methods.</summary>
internal sealed record BrandPayCustomer(Merchant Merchant, string CustomerKey)
{
    /// <summary>Whether a control created the customer without naming a shop.</summary>
    public bool IsForAnyShop { get; init; }

    /// <summary>Whether an access token has been issued. Before that, the customer can only read terms.</summary>
    public bool IsMember { get; init; }

    public ImmutableHashSet<int> AgreedTerms { get; init; } = [];

    public ImmutableList<BrandPayMethod> Methods { get; init; } = [];

    public override string ToString() => CustomerKey;
}
