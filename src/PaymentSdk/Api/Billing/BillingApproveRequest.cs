using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Charges a billing key. Repeating it charges again, except under the same key; no webhook will come.</summary>
public sealed record BillingApproveRequest
{
    /// <summary>What to charge, in won.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The buyer that the key was issued to.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>The order id of this charge.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>What is charged for: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The buyer's address, for fraud scoring; never the server's.</summary>
    public string? CustomerIp { get; init; }

    /// <summary>The tax-free part of <see cref="Amount"/>.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The part without tax.</summary>
    public decimal? TaxExemptionAmount { get; init; }

    /// <summary>Months: 0 or 2 to 12; old contracts only.</summary>
    public int? CardInstallmentPlan { get; init; }

    /// <summary>The key of this POST: the same key never charges twice. Keep it before calling, and repeat the call with it alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required IdempotencyKey IdempotencyKey { get; init; }

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount]);
}
