using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Registers a card whose number the buyer told the shop; by contract.</summary>
public sealed record BillingCardRequest
{
    /// <summary>The buyer; only under this key can the card be charged.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>Digits only, at most 20.</summary>
    public required string CardNumber { get; init; }

    /// <summary>Two digits.</summary>
    public required string CardExpirationYear { get; init; }

    /// <summary>Two digits, 01 to 12.</summary>
    public required string CardExpirationMonth { get; init; }

    /// <summary>Birth date as YYMMDD, or a business number of 10 digits.</summary>
    public required string CustomerIdentityNumber { get; init; }

    /// <summary>The first two digits of the card's password; mandatory by some contracts.</summary>
    public string? CardPassword { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? CustomerName { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>What a 3-D Secure check gave.</summary>
    public CardVerification? Vbv { get; init; }

    /// <summary>The key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [CustomerKey]);
}
