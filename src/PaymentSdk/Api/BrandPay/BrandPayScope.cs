using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The purpose of an agreement. An agreement has at most one sign-up item and one method item. An unknown scope is kept as received.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BrandPayScope>)), OpenValue("scope")]
public readonly partial record struct BrandPayScope : IOpenValue<BrandPayScope>
{
    /// <summary>Signing up for BrandPay.</summary>
    public static BrandPayScope Register { get; } = new("REGISTER");

    /// <summary>Paying from a bank account.</summary>
    public static BrandPayScope Account { get; } = new("ACCOUNT");

    /// <summary>Automatic payment.</summary>
    public static BrandPayScope Billing { get; } = new("BILLING");

    /// <summary>Paying by card.</summary>
    public static BrandPayScope Card { get; } = new("CARD");
}
