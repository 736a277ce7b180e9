using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>
/// The shop's own id of one charge without a window, e.g. <c>subscription-17/2026-11</c>: 1 to 200 printable ASCII characters without spaces. The
/// same id always identifies the same charge, which is never made twice. To try again after a refusal, use a new id.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<ChargeId>)), OpaqueText("a charge id", 1, 200)]
public readonly partial record struct ChargeId : ITextValue<ChargeId>;
