using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The result of removing a buyer from BrandPay.</summary>
public sealed record BrandPayCustomer : ApiObject
{
    /// <summary>The customer key of the removed buyer.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>Whether the buyer was removed.</summary>
    public bool? Success { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Success]);
}
