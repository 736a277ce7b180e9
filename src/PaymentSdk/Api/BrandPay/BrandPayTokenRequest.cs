using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The request for the access token of one buyer. Set exactly one of <see cref="Code"/> and <see cref="RefreshToken"/>.
/// </summary>
public sealed record BrandPayTokenRequest
{
    /// <summary>The customer key of the buyer: 2 to 50 characters.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>The code that the window returned.</summary>
    public string? Code { get; init; }

    /// <summary>The refresh token that an earlier answer contained.</summary>
    public AccessToken? RefreshToken { get; init; }

    /// <summary>The identity of the buyer, if the shop has verified it.</summary>
    public BrandPayIdentity? CustomerIdentity { get; init; }

    /// <summary>The idempotency key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [CustomerKey]);
}
