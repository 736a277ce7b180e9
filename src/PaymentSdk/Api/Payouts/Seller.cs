using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A seller, who receives payouts.</summary>
public sealed record Seller : ApiObject
{
    /// <summary>The API's id of the seller, at most 35 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The shop's own id of the seller, at most 20 characters. It never changes.</summary>
    public string? RefSellerId { get; init; }

    /// <summary>Whether the seller is a person, a sole trader or a company.</summary>
    public BusinessType? BusinessType { get; init; }

    /// <summary>The business of the seller; null for a person.</summary>
    public SellerCompany? Company { get; init; }

    /// <summary>The person who is the seller; null for a company.</summary>
    public SellerIndividual? Individual { get; init; }

    /// <summary>The status of the seller's review, which limits the payouts.</summary>
    public required SellerStatus Status { get; init; }

    /// <summary>The bank account that receives the payouts.</summary>
    public SellerAccount? Account { get; init; }

    /// <summary>The shop's own key-value pairs, at most 5.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Id, BusinessType, Status]);
}
