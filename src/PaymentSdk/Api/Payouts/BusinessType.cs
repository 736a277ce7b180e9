using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The type of a seller's business. An unknown type is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BusinessType>)), OpenValue("kind")]
public readonly partial record struct BusinessType : IOpenValue<BusinessType>
{
    private static readonly OpenWords Words = new(["CORPORATE", "CORPORATE_BUSINESS"]);

    /// <summary>The seller is a person.</summary>
    public static BusinessType Individual { get; } = new("INDIVIDUAL");

    /// <summary>The seller is a sole trader.</summary>
    public static BusinessType IndividualBusiness { get; } = new("INDIVIDUAL_BUSINESS");

    /// <summary>The seller is a company. CORPORATE_BUSINESS, which one of the provider's guides uses, compares as equal.</summary>
    public static BusinessType Corporate { get; } = new("CORPORATE");

    /// <summary>Returns whether both values mean the same type.</summary>
    public bool Equals(BusinessType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
