namespace PaymentSdk.Sandbox.Window;

/// <summary>The order that the script passes to the window. All of it comes from a page, so the gateway checks it again.</summary>
internal sealed record WindowOrder
{
    public string? Kind { get; init; }

    public string? ClientKey { get; init; }

    public string? CustomerKey { get; init; }

    public string? Method { get; init; }

    public WindowAmount? Amount { get; init; }

    public string? OrderId { get; init; }

    public string? OrderName { get; init; }

    public string? SuccessUrl { get; init; }

    public string? FailUrl { get; init; }

    public string? CustomerName { get; init; }

    public string? CustomerEmail { get; init; }

    public string? CustomerMobilePhone { get; init; }

    public decimal TaxFreeAmount { get; init; }

    public Dictionary<string, string>? Metadata { get; init; }

    public WindowCard? Card { get; init; }

    public WindowAccount? Transfer { get; init; }

    public WindowAccount? VirtualAccount { get; init; }

    /// <summary>The origin of the page that framed the window, as the browser reported it; null if the window uses the whole tab.</summary>
    public string? MerchantOrigin { get; init; }
}
