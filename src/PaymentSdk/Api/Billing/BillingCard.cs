using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The card that is charged through a billing key.</summary>
public sealed record BillingCard : ApiObject
{
    /// <summary>The card issuer.</summary>
    public CardIssuerCode? IssuerCode { get; init; }

    /// <summary>The card acquirer.</summary>
    public CardIssuerCode? AcquirerCode { get; init; }

    /// <summary>The masked card number.</summary>
    public string? Number { get; init; }

    /// <summary>The kind of the card: credit, debit or gift.</summary>
    public CardType? CardType { get; init; }

    /// <summary>Whether the card belongs to a person or to a company.</summary>
    public CardOwnerType? OwnerType { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [IssuerCode, CardType, OwnerType]);
}
