using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>An instant discount.</summary>
public sealed record PaymentDiscount : ApiObject
{
    /// <summary>How much.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Amount]);
}
