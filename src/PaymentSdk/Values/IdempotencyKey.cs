using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The key under which the API executes a POST only once in 15 days: 1 to 300 printable ASCII characters.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<IdempotencyKey>)), OpaqueText("an idempotency key", 1, 300)]
public readonly partial record struct IdempotencyKey : ITextValue<IdempotencyKey>
{
    /// <summary>Creates a new random key.</summary>
    public static IdempotencyKey New() => new(Guid.NewGuid().ToString("D"));
}
