using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The request to exchange the one-time key of the billing window for a billing key.</summary>
public sealed record BillingIssueRequest
{
    /// <summary>The one-time key that the window returned: 1 to 300 characters.</summary>
    public required string AuthKey { get; init; }

    /// <summary>The customer key with which the window was opened.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>The idempotency key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [CustomerKey]);
}
