using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The request to charge a registered method without the buyer. Repeating it charges again unless the idempotency key is the same.</summary>
public sealed record BrandPayPaymentRequest
{
    /// <summary>The customer key of the buyer.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>The method key of the card or account to charge.</summary>
    public required string MethodKey { get; init; }

    /// <summary>The amount to charge, in won.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The order id of this charge.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The name of the order: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>The number of monthly installments: 0 (lump sum) or 2 to 12. Installments require an amount of at least 50,000 won.</summary>
    public int? CardInstallmentPlan { get; init; }

    /// <summary>Whether the payment counts as a culture expense.</summary>
    public bool? CultureExpense { get; init; }

    /// <summary>The buyer's email address, at most 100 characters.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>The discount code of a promotion.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>The tax-free part of <see cref="Amount"/>.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>Whether card points are used first.</summary>
    public bool? UseCardPoint { get; init; }

    /// <summary>The cash receipt to issue for the charge.</summary>
    public BrandPayCashReceipt? CashReceipt { get; init; }

    /// <summary>The idempotency key of this POST. One key never charges twice: store it before the call and reuse it to repeat the call.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required IdempotencyKey IdempotencyKey { get; init; }

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount]);
}
