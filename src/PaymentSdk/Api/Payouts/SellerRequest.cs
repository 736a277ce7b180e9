using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A seller to create, or what to change of one.</summary>
public sealed record SellerRequest
{
    /// <summary>The shop's id: 1 to 20 characters; never changes.</summary>
    public required string RefSellerId { get; init; }

    /// <summary>Person, sole trader or company.</summary>
    public required BusinessType BusinessType { get; init; }

    /// <summary>The business; not of a person.</summary>
    public SellerCompany? Company { get; init; }

    /// <summary>The person; not of a company.</summary>
    public SellerIndividual? Individual { get; init; }

    /// <summary>Where its money goes.</summary>
    public required SellerAccount Account { get; init; }

    /// <summary>The shop's own pairs: at most 5, keys of 40 and values of 500 characters.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>The key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [RefSellerId, BusinessType]);
}
