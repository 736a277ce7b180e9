using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>One promotion of the shop. One of its four details is filled.</summary>
public sealed record Promotion : ApiObject
{
    /// <summary>Which payments it is for.</summary>
    public PaymentType? PayType { get; init; }

    /// <summary>What it gives.</summary>
    public PromotionType? Type { get; init; }

    /// <summary>An instant discount of a card.</summary>
    public CardDiscount? CardDiscount { get; init; }

    /// <summary>Instalments without interest.</summary>
    public CardInterestFree? CardInterestFree { get; init; }

    /// <summary>Payment by card points.</summary>
    public CardPoint? CardPoint { get; init; }

    /// <summary>An instant discount of an account.</summary>
    public BankDiscount? BankDiscount { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [PayType, Type]);
}
