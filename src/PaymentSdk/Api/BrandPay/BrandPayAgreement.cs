using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Tells the API what a buyer agreed to.</summary>
public sealed record BrandPayAgreement
{
    /// <summary>The buyer: 2 to 50 characters.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>What for: 1 or 2 items.</summary>
    public required IReadOnlyList<BrandPayScope> Scope { get; init; }

    /// <summary>The texts.</summary>
    public required IReadOnlyList<long> TermsId { get; init; }

    /// <summary>The key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [CustomerKey]);
}
