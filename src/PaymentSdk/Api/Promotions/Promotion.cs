using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A promotion of the shop. Only the member that belongs to <see cref="Type"/> is filled.</summary>
public sealed record Promotion : ApiObject
{
    /// <summary>The type of the payments to which the promotion applies.</summary>
    public PaymentType? PayType { get; init; }

    /// <summary>The kind of the promotion.</summary>
    public PromotionType? Type { get; init; }

    /// <summary>The instant discount for payments by card; null for other kinds.</summary>
    public CardDiscount? CardDiscount { get; init; }

    /// <summary>The terms of interest-free installments; null for other kinds.</summary>
    public CardInterestFree? CardInterestFree { get; init; }

    /// <summary>The terms of payment with card points; null for other kinds.</summary>
    public CardPoint? CardPoint { get; init; }

    /// <summary>The instant discount for payments from a bank account; null for other kinds.</summary>
    public BankDiscount? BankDiscount { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [PayType, Type]);
}
