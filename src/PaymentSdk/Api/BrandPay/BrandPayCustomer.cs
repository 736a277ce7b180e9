using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A buyer that was removed.</summary>
public sealed record BrandPayCustomer : ApiObject
{
    /// <summary>The buyer.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>Whether it was done.</summary>
    public bool? Success { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Success]);
}
