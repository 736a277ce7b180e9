using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The token that acts for one buyer. Never log it.</summary>
public sealed record BrandPayToken : ApiObject
{
    /// <summary>Acts for the buyer.</summary>
    public required AccessToken AccessToken { get; init; }

    /// <summary>Gets the next one.</summary>
    public AccessToken? RefreshToken { get; init; }

    /// <summary>How it is sent: bearer.</summary>
    public string? TokenType { get; init; }

    /// <summary>How long it lives, in seconds: 30 days.</summary>
    public long? ExpiresIn { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [ExpiresIn]);
}
