using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Approves a BrandPay payment that the buyer has authenticated.</summary>
public sealed record BrandPayConfirmRequest
{
    /// <summary>The key that the window handed over.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The amount that the shop has stored.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The buyer.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>The order id that the window was opened with.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The key of this POST: the same key never charges twice. Keep it before calling, and repeat the call with it alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required IdempotencyKey IdempotencyKey { get; init; }

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount]);
}
