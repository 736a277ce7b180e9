using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What happened to a BrandPay customer. An unknown status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BrandPayCustomerStatus>)), OpenValue("status")]
public readonly partial record struct BrandPayCustomerStatus : IOpenValue<BrandPayCustomerStatus>
{
    /// <summary>Joined.</summary>
    public static BrandPayCustomerStatus Created { get; } = new("CREATED");

    /// <summary>Left.</summary>
    public static BrandPayCustomerStatus Removed { get; } = new("REMOVED");

    /// <summary>Changed the password.</summary>
    public static BrandPayCustomerStatus PasswordChanged { get; } = new("PASSWORD_CHANGED");

    /// <summary>Switched one-touch payment on.</summary>
    public static BrandPayCustomerStatus OneTouchActivated { get; } = new("ONE_TOUCH_ACTIVATED");

    /// <summary>Switched one-touch payment off.</summary>
    public static BrandPayCustomerStatus OneTouchDeactivated { get; } = new("ONE_TOUCH_DEACTIVATED");
}
