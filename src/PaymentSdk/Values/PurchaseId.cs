using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The shop's own id of a purchase: 1 to 64 printable ASCII characters without spaces.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PurchaseId>)), OpaqueText("a purchase id", 1, 64)]
public readonly partial record struct PurchaseId : ITextValue<PurchaseId>
{
    /// <summary>Creates a new, unguessable id.</summary>
    public static PurchaseId New() => new(Guid.NewGuid().ToString("N"));
}
