using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The request to issue a cash receipt. The receipt does not appear in a <see cref="Payment"/>.</summary>
public sealed record CashReceiptRequest
{
    /// <summary>The amount that was paid, in won.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The order id for which the receipt is issued.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The name of the order: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>The buyer's phone number, business number or cash receipt card number: 1 to 30 characters.</summary>
    public required string CustomerIdentityNumber { get; init; }

    /// <summary>The purpose of the cash receipt.</summary>
    public required CashReceiptType Type { get; init; }

    /// <summary>The tax-free part of <see cref="Amount"/>.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>
    /// The same number as <see cref="CustomerIdentityNumber"/>, for API versions before 2022-07-27, in which the member has this name: at most 30
    /// characters.
    /// </summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The idempotency key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount, Type]);
}
