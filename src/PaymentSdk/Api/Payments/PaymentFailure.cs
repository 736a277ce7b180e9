using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Why a payment failed.</summary>
public sealed record PaymentFailure : ApiObject
{
    /// <summary>The error code.</summary>
    public PaymentErrorCode Code { get; init; }

    /// <summary>The API's message, at most 510 characters. For the log of the shop, not for the buyer.</summary>
    public string? Message { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Code]);
}
