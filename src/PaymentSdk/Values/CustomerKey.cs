using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>
/// The shop's own key of one buyer, which must be unguessable: 2 to 300 printable ASCII characters. The browser SDK accepts at most 50.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CustomerKey>)), OpaqueText("a customer key", 2, 300)]
public readonly partial record struct CustomerKey : IOpenValue<CustomerKey>;
