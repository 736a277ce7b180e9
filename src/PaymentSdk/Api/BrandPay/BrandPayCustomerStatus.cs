using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What happened to a BrandPay customer. An unknown status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BrandPayCustomerStatus>))]
[TypeConverter(typeof(TextTypeConverter<BrandPayCustomerStatus>))]
public readonly record struct BrandPayCustomerStatus : IOpenValue<BrandPayCustomerStatus>
{
    private readonly string? _value;

    private BrandPayCustomerStatus(string value) => _value = value;

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

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The status of this text.</summary>
    public static BrandPayCustomerStatus From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BrandPayCustomerStatus result) => OpenText.TryParse(s, out result);

    static BrandPayCustomerStatus IParsable<BrandPayCustomerStatus>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<BrandPayCustomerStatus>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
