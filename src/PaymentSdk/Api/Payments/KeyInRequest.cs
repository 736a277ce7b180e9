using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Charges a card whose number the buyer told the shop; by contract. Repeating it charges again, except under the same key.</summary>
public sealed record KeyInRequest
{
    /// <summary>What to charge, in won.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The order id.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>What is bought: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

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

    /// <summary>Months: 0 or 2 to 12; only from 50,000 won.</summary>
    public int? CardInstallmentPlan { get; init; }

    /// <summary>Whether the merchant pays the interest.</summary>
    public bool? UseFreeInstallmentPlan { get; init; }

    /// <summary>Whether card points pay first.</summary>
    public bool? UseCardPoint { get; init; }

    /// <summary>The tax-free part of <see cref="Amount"/>.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The buyer's address, for fraud scoring; never the server's.</summary>
    public string? CustomerIp { get; init; }

    /// <summary>What a 3-D Secure check gave.</summary>
    public CardVerification? Vbv { get; init; }

    /// <summary>The key of this POST: the same key never charges twice. Keep it before calling, and repeat the call with it alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required IdempotencyKey IdempotencyKey { get; init; }

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount]);
}
