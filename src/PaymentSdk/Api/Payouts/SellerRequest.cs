using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The request to create a seller.</summary>
public sealed record SellerRequest
{
    /// <summary>The shop's own id of the seller: 1 to 20 characters. It can never be changed.</summary>
    public required string RefSellerId { get; init; }

    /// <summary>Whether the seller is a person, a sole trader or a company.</summary>
    public required BusinessType BusinessType { get; init; }

    /// <summary>The business of the seller; null for a person.</summary>
    public SellerCompany? Company { get; init; }

    /// <summary>The person who is the seller; null for a company.</summary>
    public SellerIndividual? Individual { get; init; }

    /// <summary>The bank account that receives the payouts.</summary>
    public required SellerAccount Account { get; init; }

    /// <summary>The shop's own key-value pairs: at most 5, with keys of at most 40 and values of at most 500 characters.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>The idempotency key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [RefSellerId, BusinessType]);
}
