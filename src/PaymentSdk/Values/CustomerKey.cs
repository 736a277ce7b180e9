using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The shop's unguessable key of one buyer: 2 to 300 printable ASCII characters; the browser SDK takes at most 50.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CustomerKey>)), OpaqueText("a customer key", 2, 300)]
public readonly partial record struct CustomerKey : IOpenValue<CustomerKey>;
