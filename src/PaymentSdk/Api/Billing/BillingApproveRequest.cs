using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The request to charge a billing key. Repeating it charges again unless the idempotency key is the same. No webhook reports the outcome.
/// </summary>
public sealed record BillingApproveRequest
{
    /// <summary>The amount to charge, in won.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The customer key for which the billing key was issued.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>The order id of this charge.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The name of the order: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>The buyer's email address, at most 100 characters.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>The buyer's name, at most 100 characters.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The buyer's IP address, for fraud scoring. Never send the server's address.</summary>
    public string? CustomerIp { get; init; }

    /// <summary>The tax-free part of <see cref="Amount"/>.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The part of <see cref="Amount"/> that is excluded from taxation.</summary>
    public decimal? TaxExemptionAmount { get; init; }

    /// <summary>The number of monthly installments: 0 (lump sum) or 2 to 12. Only old contracts support installments.</summary>
    public int? CardInstallmentPlan { get; init; }

    /// <summary>The idempotency key of this POST. One key never charges twice: store it before the call and reuse it to repeat the call.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required IdempotencyKey IdempotencyKey { get; init; }

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount]);
}
