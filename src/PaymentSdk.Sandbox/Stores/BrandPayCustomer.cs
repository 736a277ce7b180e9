using System.Collections.Immutable;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>A customer of a shop's BrandPay, with what they agreed to and registered.</summary>
internal sealed record BrandPayCustomer(Merchant Merchant, string CustomerKey)
{
    /// <summary>Made by a control that named no shop.</summary>
    public bool IsForAnyShop { get; init; }

    /// <summary>True once an access token was given out: until then they only read terms.</summary>
    public bool IsMember { get; init; }

    public ImmutableHashSet<int> AgreedTerms { get; init; } = [];

    public ImmutableList<BrandPayMethod> Methods { get; init; } = [];

    public override string ToString() => CustomerKey;
}
