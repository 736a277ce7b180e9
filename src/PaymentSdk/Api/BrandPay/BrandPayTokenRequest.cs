using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Asks for the token that acts for one buyer: by a code of the window, or by a refresh token. Exactly one of the two.</summary>
public sealed record BrandPayTokenRequest
{
    /// <summary>The buyer: 2 to 50 characters.</summary>
    public required CustomerKey CustomerKey { get; init; }

    /// <summary>What the window handed over.</summary>
    public string? Code { get; init; }

    /// <summary>What came with an earlier token.</summary>
    public AccessToken? RefreshToken { get; init; }

    /// <summary>Who the buyer is, when the shop has checked it.</summary>
    public BrandPayIdentity? CustomerIdentity { get; init; }

    /// <summary>The key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [CustomerKey]);
}
