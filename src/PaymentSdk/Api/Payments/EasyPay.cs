using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The wallet with which a payment was made.</summary>
public sealed record EasyPay : ApiObject
{
    /// <summary>The name of the wallet: Korean by default, an English code with <c>Accept-Language: en-US</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>The amount that was paid with wallet money or a linked account.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The amount that was paid with points and coupons.</summary>
    public decimal? DiscountAmount { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Provider, Amount, DiscountAmount]);
}
