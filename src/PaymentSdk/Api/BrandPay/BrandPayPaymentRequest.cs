using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Charges a registered method without the buyer. Repeating it charges again, except under the same key.</summary>
public sealed record BrandPayPaymentRequest
{
    /// <summary>The buyer.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>The method.</summary>
    public required string MethodKey { get; init; }

    /// <summary>What to charge, in won.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The order id of this charge.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>What is charged for: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>Months: 0 or 2 to 12; only from 50,000 won.</summary>
    public int? CardInstallmentPlan { get; init; }

    /// <summary>Whether it counts as a culture expense.</summary>
    public bool? CultureExpense { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>The code of a promotion.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>The tax-free part of <see cref="Amount"/>.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>Whether card points pay first.</summary>
    public bool? UseCardPoint { get; init; }

    /// <summary>The cash receipt to issue with it.</summary>
    public BrandPayCashReceipt? CashReceipt { get; init; }

    /// <summary>The key of this POST: the same key never charges twice. Keep it before calling, and repeat the call with it alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required IdempotencyKey IdempotencyKey { get; init; }

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount]);
}
