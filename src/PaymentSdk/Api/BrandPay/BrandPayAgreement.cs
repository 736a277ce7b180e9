using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The request to record that a buyer agreed to terms.</summary>
public sealed record BrandPayAgreement
{
    /// <summary>The customer key of the buyer: 2 to 50 characters.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>The purposes of the agreement: 1 or 2 items.</summary>
    public required IReadOnlyList<BrandPayScope> Scope { get; init; }

    /// <summary>The ids of the terms to which the buyer agreed.</summary>
    public required IReadOnlyList<long> TermsId { get; init; }

    /// <summary>The idempotency key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [CustomerKey]);
}
