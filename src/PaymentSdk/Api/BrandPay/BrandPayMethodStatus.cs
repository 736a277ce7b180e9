using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What happened to a BrandPay method; also whether it is in use. An unknown status is kept as it came: the documentation shows both ENABLED and ENABLE.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BrandPayMethodStatus>)), OpenValue("status")]
public readonly partial record struct BrandPayMethodStatus : IOpenValue<BrandPayMethodStatus>
{
    private static readonly OpenWords Words = new(["ENABLED", "ENABLE"]);

    /// <summary>In use.</summary>
    public static BrandPayMethodStatus Enabled { get; } = new("ENABLED");

    /// <summary>Removed.</summary>
    public static BrandPayMethodStatus Disabled { get; } = new("DISABLED");

    /// <summary>Renamed.</summary>
    public static BrandPayMethodStatus AliasUpdated { get; } = new("ALIAS_UPDATED");

    /// <summary>Whether both mean the same.</summary>
    public bool Equals(BrandPayMethodStatus other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
