using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The request to approve a BrandPay payment that the buyer has authenticated.</summary>
public sealed record BrandPayConfirmRequest
{
    /// <summary>The payment key that the window returned.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The amount that the shop has stored. Never take it from the browser.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The customer key of the buyer.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>The order id with which the window was opened.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The idempotency key of this POST. One key never charges twice: store it before the call and reuse it to repeat the call.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required IdempotencyKey IdempotencyKey { get; init; }

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount]);
}
