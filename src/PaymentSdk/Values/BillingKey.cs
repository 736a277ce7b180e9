using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>
/// The key that charges a registered card or account: opaque, 1 to 200 printable ASCII characters without spaces. It is a secret and prints as
/// <c>***</c>.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BillingKey>)), OpaqueText("a billing key", 1, 200, IsSecret = true)]
public readonly partial record struct BillingKey : IOpenValue<BillingKey>;
