using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What a buyer agrees to: one sign-up item and one method item at most. An unknown scope is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BrandPayScope>)), OpenValue("scope")]
public readonly partial record struct BrandPayScope : IOpenValue<BrandPayScope>
{
    /// <summary>Sign-up.</summary>
    public static BrandPayScope Register { get; } = new("REGISTER");

    /// <summary>An account.</summary>
    public static BrandPayScope Account { get; } = new("ACCOUNT");

    /// <summary>Automatic payment.</summary>
    public static BrandPayScope Billing { get; } = new("BILLING");

    /// <summary>A card.</summary>
    public static BrandPayScope Card { get; } = new("CARD");
}
