using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The status of a BrandPay method, or the change to it that a webhook reports. An unknown status is kept as received. ENABLED and ENABLE compare as
/// equal, because the documentation contains both.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BrandPayMethodStatus>)), OpenValue("status")]
public readonly partial record struct BrandPayMethodStatus : IOpenValue<BrandPayMethodStatus>
{
    private static readonly OpenWords Words = new(["ENABLED", "ENABLE"]);

    /// <summary>The method is in use.</summary>
    public static BrandPayMethodStatus Enabled { get; } = new("ENABLED");

    /// <summary>The method was removed.</summary>
    public static BrandPayMethodStatus Disabled { get; } = new("DISABLED");

    /// <summary>The buyer renamed the method.</summary>
    public static BrandPayMethodStatus AliasUpdated { get; } = new("ALIAS_UPDATED");

    /// <summary>Returns whether both values mean the same status.</summary>
    public bool Equals(BrandPayMethodStatus other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
