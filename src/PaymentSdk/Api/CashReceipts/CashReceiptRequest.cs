using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Asks the API to issue a cash receipt. Receipts made here do not appear in a payment.</summary>
public sealed record CashReceiptRequest
{
    /// <summary>What was paid, in won.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The order id.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>What was bought: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>Phone, business or cash-receipt card number: 1 to 30 characters.</summary>
    public required string CustomerIdentityNumber { get; init; }

    /// <summary>What it is for.</summary>
    public required CashReceiptType Type { get; init; }

    /// <summary>The tax-free part of <see cref="Amount"/>.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The number under its name before version 2022-07-27.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount, Type]);
}
