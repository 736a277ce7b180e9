using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What kind of business a seller is. An unknown kind is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BusinessType>)), OpenValue("kind")]
public readonly partial record struct BusinessType : IOpenValue<BusinessType>
{
    private static readonly OpenWords Words = new(["CORPORATE", "CORPORATE_BUSINESS"]);

    /// <summary>A person.</summary>
    public static BusinessType Individual { get; } = new("INDIVIDUAL");

    /// <summary>A sole trader.</summary>
    public static BusinessType IndividualBusiness { get; } = new("INDIVIDUAL_BUSINESS");

    /// <summary>A company; CORPORATE_BUSINESS in one guide.</summary>
    public static BusinessType Corporate { get; } = new("CORPORATE");

    /// <summary>Whether both mean the same.</summary>
    public bool Equals(BusinessType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
