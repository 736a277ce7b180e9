using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>
/// The shop's own id of one refund: 1 to 64 printable ASCII characters without spaces. The same id always identifies the same refund, e.g. after a
/// double click. Two partial refunds of one order need two ids.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<RefundId>)), OpaqueText("a refund id", 1, 64)]
public readonly partial record struct RefundId : ITextValue<RefundId>;
