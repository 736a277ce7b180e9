using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The gateway's key of one payment: opaque, 1 to 200 printable ASCII characters without spaces.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentKey>)), OpaqueText("a payment key", 1, 200)]
public readonly partial record struct PaymentKey : IOpenValue<PaymentKey>;
