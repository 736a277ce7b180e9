using System.Text;

namespace PaymentSdk;

/// <summary>The receipt.</summary>
public sealed record PaymentReceipt : ApiObject
{
    /// <summary>Its page.</summary>
    public string? Url { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Url = ").Append(Url is null ? "" : "***");
        return true;
    }
}
