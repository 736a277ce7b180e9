using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api.CashReceipts;

/// <summary>The cash receipts resource on the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(CashReceiptRequest))]
[JsonSerializable(typeof(CashReceiptCancelRequest))]
[JsonSerializable(typeof(CashReceipt))]
internal sealed partial class CashReceiptJson : JsonSerializerContext;
