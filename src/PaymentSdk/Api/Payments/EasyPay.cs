using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The wallet that paid.</summary>
public sealed record EasyPay : ApiObject
{
    /// <summary>The wallet: a Korean name by default, an English code with <c>Accept-Language: en-US</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>What was paid by wallet money or a linked account.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What was paid by points and coupons.</summary>
    public decimal? DiscountAmount { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Provider, Amount, DiscountAmount]);
}
