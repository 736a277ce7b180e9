using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The request to issue a virtual account into which the buyer deposits.</summary>
public sealed record VirtualAccountRequest
{
    /// <summary>The amount to deposit, in won: an integer greater than 0.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The order id of the payment.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The name of the order: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>The name of the buyer who deposits: 1 to 100 characters.</summary>
    public required string CustomerName { get; init; }

    /// <summary>The bank at which the account is issued.</summary>
    public required BankCode Bank { get; init; }

    /// <summary>
    /// How long the account accepts a deposit: 1 to 2160 hours. If this and <see cref="DueDate"/> are both null, the API uses 168. Only one of
    /// them may be set.
    /// </summary>
    public int? ValidHours { get; init; }

    /// <summary>The deadline for the deposit, at most 90 days ahead; sent in Korean time. Must be null if <see cref="ValidHours"/> is set.</summary>
    [JsonConverter(typeof(KoreanMomentConverter))]
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>The buyer's email address, to which the API sends messages: at most 100 characters.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>The buyer's phone number, to which the API sends the account number: 8 to 15 digits.</summary>
    public string? CustomerMobilePhone { get; init; }

    /// <summary>The tax-free part of <see cref="Amount"/>; only for tax-free or mixed merchants.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>Whether the money is held in escrow; null means that it is not.</summary>
    public bool? UseEscrow { get; init; }

    /// <summary>The cash receipt to issue when the deposit arrives.</summary>
    public VirtualAccountCashReceipt? CashReceipt { get; init; }

    /// <summary>The products sold in escrow, one row per product.</summary>
    public IReadOnlyList<EscrowProduct>? EscrowProducts { get; init; }

    /// <summary>
    /// The kind of the account. If null, the API decides: with <see cref="AccountKey"/> it issues a fixed account.
    /// </summary>
    public VirtualAccountType? AccountType { get; init; }

    /// <summary>
    /// The key of a fixed account: at most 13 characters. It requires a contract with the provider. Setting it is enough to make the account a fixed
    /// one.
    /// </summary>
    public string? AccountKey { get; init; }

    /// <summary>The idempotency key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Amount, Bank]);
}
