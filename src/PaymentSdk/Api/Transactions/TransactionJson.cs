using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Transactions;

/// <summary>The transactions resource on the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(Transaction))]
internal sealed partial class TransactionJson : JsonSerializerContext;
