using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The change to a BrandPay customer that a webhook reports. An unknown status is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BrandPayCustomerStatus>)), OpenValue("status")]
public readonly partial record struct BrandPayCustomerStatus : IOpenValue<BrandPayCustomerStatus>
{
    /// <summary>The customer joined BrandPay.</summary>
    public static BrandPayCustomerStatus Created { get; } = new("CREATED");

    /// <summary>The customer left BrandPay.</summary>
    public static BrandPayCustomerStatus Removed { get; } = new("REMOVED");

    /// <summary>The customer changed the payment password.</summary>
    public static BrandPayCustomerStatus PasswordChanged { get; } = new("PASSWORD_CHANGED");

    /// <summary>The customer turned on one-touch payment.</summary>
    public static BrandPayCustomerStatus OneTouchActivated { get; } = new("ONE_TOUCH_ACTIVATED");

    /// <summary>The customer turned off one-touch payment.</summary>
    public static BrandPayCustomerStatus OneTouchDeactivated { get; } = new("ONE_TOUCH_DEACTIVATED");
}
