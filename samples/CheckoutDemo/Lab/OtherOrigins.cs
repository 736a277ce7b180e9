namespace CheckoutDemo.Lab;

/// <summary>The second and the third origin of the CORS laboratory: pages of this process on separate ports.</summary>
/// <param name="Registered">An origin that is registered with the shop; null if the laboratory has no other origins.</param>
/// <param name="Unregistered">An origin that is not registered with the shop; null if the laboratory has no other origins.</param>
internal sealed record OtherOrigins(string? Registered, string? Unregistered) : IAsyncDisposable
{
    /// <summary>The value for a laboratory that has no other origins, for example because the shop uses real keys.</summary>
    public static OtherOrigins None { get; } = new(null, null);

    /// <summary>The origins to add to the shop's merchant origins.</summary>
    public string[] ToRegister => Registered is null ? [] : [Registered];

    /// <summary>The origins that the page of the laboratory frames.</summary>
    public string[] All => Registered is null || Unregistered is null ? [] : [Registered, Unregistered];

    public WebApplication? Host { get; init; }

    public ValueTask DisposeAsync() => Host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
