using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>One movement of money: an approval or a cancel.</summary>
public sealed record Transaction : ApiObject
{
    /// <summary>The provider's id of the shop.</summary>
    public string? MId { get; init; }

    /// <summary>Its key, at most 64 characters; two movements of one payment have two.</summary>
    public required string TransactionKey { get; init; }

    /// <summary>The payment.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The order id.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>How it was paid.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>The buyer's key; null unless it was a billing payment.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>Whether it is held in escrow.</summary>
    public bool? UseEscrow { get; init; }

    /// <summary>The page of its receipt. An https address; null when the answer names another one.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? ReceiptUrl { get; init; }

    /// <summary>The status of the payment after this movement.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? TransactionAt { get; init; }

    /// <summary>The currency; KRW when the answer names none.</summary>
    public Currency Currency { get; init; }

    /// <summary>How much moved, in units of <see cref="Currency"/>; of a cancel, what was cancelled.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [TransactionKey, OrderId, Status, Amount, Currency, TransactionAt]);
}
