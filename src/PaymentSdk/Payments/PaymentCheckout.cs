using System.Text;

namespace PaymentSdk;

/// <summary>The payment page.</summary>
public sealed record PaymentCheckout : ApiObject
{
    /// <summary>Its address.</summary>
    public string? Url { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Url = ").Append(Url is null ? "" : "***");
        return true;
    }
}
