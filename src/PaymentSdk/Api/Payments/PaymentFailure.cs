using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The reason why a payment, a cash receipt or a payout failed.</summary>
public sealed record PaymentFailure : ApiObject
{
    /// <summary>The error code.</summary>
    public PaymentErrorCode Code { get; init; }

    /// <summary>The API's message, at most 510 characters. Written for the shop's log; do not show it to the buyer.</summary>
    public string? Message { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Code]);
}
