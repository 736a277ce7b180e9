using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Turns the one-time key of the billing window into a billing key.</summary>
public sealed record BillingIssueRequest
{
    /// <summary>What the window handed over: 1 to 300 characters, used once.</summary>
    public required string AuthKey { get; init; }

    /// <summary>The buyer that the window was opened for.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>The key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [CustomerKey]);
}
