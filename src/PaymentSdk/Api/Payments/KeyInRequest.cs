using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The request to charge a card by its number, which requires a contract with the provider. Repeating it charges again unless the idempotency key is
/// the same.
/// </summary>
public sealed record KeyInRequest
{
    /// <summary>The amount to charge, in won.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The order id of this charge.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The name of the order: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

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

    /// <summary>The number of monthly installments: 0 (lump sum) or 2 to 12. Installments require an amount of at least 50,000 won.</summary>
    public int? CardInstallmentPlan { get; init; }

    /// <summary>Whether the shop pays the interest of the installments.</summary>
    public bool? UseFreeInstallmentPlan { get; init; }

    /// <summary>Whether card points are used first.</summary>
    public bool? UseCardPoint { get; init; }

    /// <summary>The tax-free part of <see cref="Amount"/>.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The buyer's email address, at most 100 characters.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>The buyer's name, at most 100 characters.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The buyer's IP address, for fraud scoring. Never send the server's address.</summary>
    public string? CustomerIp { get; init; }

    /// <summary>The result of a 3-D Secure check of the card.</summary>
    public CardVerification? Vbv { get; init; }

    /// <summary>The idempotency key of this POST. One key never charges twice: store it before the call and reuse it to repeat the call.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required IdempotencyKey IdempotencyKey { get; init; }

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount]);
}
