using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The API's answer to an agreement.</summary>
public sealed record BrandPayResult : ApiObject
{
    /// <summary>The result code of the API.</summary>
    public string? Code { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Code]);
}
