using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Payouts;

/// <summary>Has the JSON serialization of the payouts and sellers resources generated at compile time, as native AOT requires.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(SellerRequest))]
[JsonSerializable(typeof(SellerUpdate))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(IReadOnlyList<PayoutRequest>))]
[JsonSerializable(typeof(PayoutRequest))]
[JsonSerializable(typeof(Payout))]
[JsonSerializable(typeof(Seller))]
[JsonSerializable(typeof(PayoutBalance))]
[JsonSerializable(typeof(DeletedEntity))]
internal sealed partial class PayoutJson : JsonSerializerContext;
