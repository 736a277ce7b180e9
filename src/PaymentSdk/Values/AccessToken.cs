using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The access token that acts for one BrandPay buyer: opaque, 1 to 4000 printable ASCII characters without spaces. It is a secret and prints as
/// <c>***</c>.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<AccessToken>)), OpaqueText("an access token", 1, 4000, IsSecret = true)]
public readonly partial record struct AccessToken : IOpenValue<AccessToken>;
