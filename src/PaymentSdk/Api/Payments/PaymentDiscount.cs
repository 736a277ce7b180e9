using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>An instant discount of the card company or the bank.</summary>
public sealed record PaymentDiscount : ApiObject
{
    /// <summary>The amount of the discount.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Amount]);
}
