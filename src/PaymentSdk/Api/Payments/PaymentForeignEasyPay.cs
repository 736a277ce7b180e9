using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A foreign wallet, in old versions.</summary>
public sealed record PaymentForeignEasyPay : ApiObject
{
    /// <summary>The wallet.</summary>
    public string? Provider { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Provider]);
}
