using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>An error code of the API, e.g. <c>REJECT_CARD_PAYMENT</c>. New codes appear without notice and are kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentErrorCode>)), OpenValue("code")]
public readonly partial record struct PaymentErrorCode : IOpenValue<PaymentErrorCode>;
