using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Payouts;

/// <summary>
/// Provides the JSON metadata of the payouts and sellers resources, which is generated at compile time because native AOT requires it.
/// </summary>
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
