using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>One fee of a settlement.</summary>
public sealed record SettlementFee : ApiObject
{
    /// <summary>What it is for.</summary>
    public SettlementFeeType? Type { get; init; }

    /// <summary>How much.</summary>
    public decimal? Fee { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Type, Fee]);
}
