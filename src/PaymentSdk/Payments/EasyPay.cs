using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk;

/// <summary>The wallet that paid (payment-api.md §3.5).</summary>
public sealed record EasyPay
{
    /// <summary>The wallet: a Korean name by default, an English code with <c>Accept-Language: en-US</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>What was paid by wallet money or a linked account.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What was paid by points and coupons.</summary>
    public decimal? DiscountAmount { get; init; }

    /// <summary>Members that this version of the SDK does not know; empty when there are none.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers => Unknown ?? [];

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    // Only what is neither personal nor secret is printed; unknown members may be anything.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Provider = ").Append(Provider);
        builder.Append(", Amount = ").Append(Amount);
        builder.Append(", DiscountAmount = ").Append(DiscountAmount);
        return true;
    }
}
