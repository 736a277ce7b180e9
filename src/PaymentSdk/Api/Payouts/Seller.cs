using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Who receives payouts.</summary>
public sealed record Seller : ApiObject
{
    /// <summary>The API's id, at most 35 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The shop's id, at most 20 characters; never changes.</summary>
    public string? RefSellerId { get; init; }

    /// <summary>Person, sole trader or company.</summary>
    public BusinessType? BusinessType { get; init; }

    /// <summary>The business; null for a person.</summary>
    public SellerCompany? Company { get; init; }

    /// <summary>The person; null for a company.</summary>
    public SellerIndividual? Individual { get; init; }

    /// <summary>How far its review is.</summary>
    public required SellerStatus Status { get; init; }

    /// <summary>Where its money goes.</summary>
    public SellerAccount? Account { get; init; }

    /// <summary>The shop's own pairs, at most 5.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Id, BusinessType, Status]);
}
