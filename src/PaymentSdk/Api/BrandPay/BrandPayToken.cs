using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The access token of one buyer. Never log it.</summary>
public sealed record BrandPayToken : ApiObject
{
    /// <summary>The token for calls on behalf of the buyer.</summary>
    public required AccessToken AccessToken { get; init; }

    /// <summary>The token with which the next access token is requested.</summary>
    public AccessToken? RefreshToken { get; init; }

    /// <summary>The type of the token, always <c>bearer</c>.</summary>
    public string? TokenType { get; init; }

    /// <summary>The lifetime of the access token in seconds; the documentation states 30 days.</summary>
    public long? ExpiresIn { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [ExpiresIn]);
}
