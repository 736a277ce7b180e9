namespace CheckoutDemo.Lab;

/// <summary>The second and the third origin of the CORS laboratory: pages of this process on ports of their own.</summary>
/// <param name="Registered">An origin that the shop knows; null where the laboratory has no other origins.</param>
/// <param name="Unregistered">An origin that the shop does not know; null where the laboratory has no other origins.</param>
internal sealed record OtherOrigins(string? Registered, string? Unregistered) : IAsyncDisposable
{
    /// <summary>Beside real keys there is only the shop.</summary>
    public static OtherOrigins None { get; } = new(null, null);

    /// <summary>What to add to the shop's merchant origins.</summary>
    public string[] ToRegister => Registered is null ? [] : [Registered];

    /// <summary>What the laboratory's page frames.</summary>
    public string[] All => Registered is null || Unregistered is null ? [] : [Registered, Unregistered];

    public WebApplication? Host { get; init; }

    public ValueTask DisposeAsync() => Host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
