using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The request to register a card by its number, which requires a contract with the provider.</summary>
public sealed record BillingCardRequest
{
    /// <summary>The customer key of the buyer. The billing key can be charged only with this customer key.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>The card number: digits only, at most 20.</summary>
    public required string CardNumber { get; init; }

    /// <summary>The year in which the card expires: two digits.</summary>
    public required string CardExpirationYear { get; init; }

    /// <summary>The month in which the card expires: two digits, 01 to 12.</summary>
    public required string CardExpirationMonth { get; init; }

    /// <summary>The card owner's birth date as YYMMDD, or a business number of 10 digits.</summary>
    public required string CustomerIdentityNumber { get; init; }

    /// <summary>The first two digits of the card's password. Some contracts require it.</summary>
    public string? CardPassword { get; init; }

    /// <summary>The buyer's name, at most 100 characters.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The buyer's email address, at most 100 characters.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>The result of a 3-D Secure check of the card.</summary>
    public CardVerification? Vbv { get; init; }

    /// <summary>The idempotency key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [CustomerKey]);
}
