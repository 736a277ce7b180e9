using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Asks the API to open a virtual account that the buyer deposits into.</summary>
public sealed record VirtualAccountRequest
{
    /// <summary>What is to be deposited, in won: whole and more than 0.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The order id.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>What is bought: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>Who deposits: 1 to 100 characters.</summary>
    public required string CustomerName { get; init; }

    /// <summary>The bank that keeps the account.</summary>
    public required BankCode Bank { get; init; }

    /// <summary>How long the account takes a deposit: 1 to 2160 hours. Null leaves it to the API: 168. Never together with <see cref="DueDate"/>.</summary>
    public int? ValidHours { get; init; }

    /// <summary>The last moment to deposit, at most 90 days ahead; sent in Korean time. Never together with <see cref="ValidHours"/>.</summary>
    [JsonConverter(typeof(KoreanMomentConverter))]
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>Where the API writes to: at most 100 characters.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>Whom the API sends the account to: 8 to 15 digits.</summary>
    public string? CustomerMobilePhone { get; init; }

    /// <summary>The tax-free part of <see cref="Amount"/>; only for tax-free or mixed merchants.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>Whether the money is held in escrow; null is not.</summary>
    public bool? UseEscrow { get; init; }

    /// <summary>The cash receipt to issue on deposit.</summary>
    public VirtualAccountCashReceipt? CashReceipt { get; init; }

    /// <summary>What is sold in escrow, one row per product.</summary>
    public IReadOnlyList<EscrowProduct>? EscrowProducts { get; init; }

    /// <summary>The kind of account. Null leaves it to the API: with <see cref="AccountKey"/> it is a fixed one.</summary>
    public VirtualAccountType? AccountType { get; init; }

    /// <summary>The key of a fixed account: at most 13 characters; by contract. It alone makes the account a fixed one.</summary>
    public string? AccountKey { get; init; }

    /// <summary>The key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount, Bank]);
}
