using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>One fee of a settlement.</summary>
public sealed record SettlementFee : ApiObject
{
    /// <summary>The kind of the fee.</summary>
    public SettlementFeeType? Type { get; init; }

    /// <summary>The amount of the fee.</summary>
    public decimal? Fee { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Type, Fee]);
}
