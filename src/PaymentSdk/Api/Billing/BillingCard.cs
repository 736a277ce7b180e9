using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The card behind a billing key.</summary>
public sealed record BillingCard : ApiObject
{
    /// <summary>Who issued it.</summary>
    public CardIssuerCode? IssuerCode { get; init; }

    /// <summary>Who acquires its payments.</summary>
    public CardIssuerCode? AcquirerCode { get; init; }

    /// <summary>Its number, masked.</summary>
    public string? Number { get; init; }

    /// <summary>Credit, check or gift card.</summary>
    public CardType? CardType { get; init; }

    /// <summary>Of a person or a company.</summary>
    public CardOwnerType? OwnerType { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [IssuerCode, CardType, OwnerType]);
}
