using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>One movement of money: an approval or a cancel.</summary>
public sealed record Transaction : ApiObject
{
    /// <summary>The id of the shop at the gateway (merchant id).</summary>
    public string? MId { get; init; }

    /// <summary>The key of the transaction, at most 64 characters. Each movement of a payment has its own.</summary>
    public required string TransactionKey { get; init; }

    /// <summary>The key of the payment.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The order id of the payment.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The payment method.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>The customer key of the buyer; null unless the payment was made by billing key.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>Whether the payment is held in escrow.</summary>
    public bool? UseEscrow { get; init; }

    /// <summary>The URL of the receipt page (https, or http on loopback); null when the answer contains any other URL.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? ReceiptUrl { get; init; }

    /// <summary>The status of the payment after this movement.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The time at which the money moved.</summary>
    public DateTimeOffset? TransactionAt { get; init; }

    /// <summary>The currency; KRW when the answer does not contain one.</summary>
    public Currency Currency { get; init; }

    /// <summary>The amount that moved, in units of <see cref="Currency"/>; for a cancel, the canceled amount.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [TransactionKey, OrderId, Status, Amount, Currency, TransactionAt]);
}
