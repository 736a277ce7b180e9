using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A foreign wallet, as old versions of the API return it.</summary>
public sealed record PaymentForeignEasyPay : ApiObject
{
    /// <summary>The name of the wallet.</summary>
    public string? Provider { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Provider]);
}
