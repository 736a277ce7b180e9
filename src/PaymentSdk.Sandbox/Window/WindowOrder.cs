namespace PaymentSdk.Sandbox.Window;

/// <summary>What the script hands to the window: everything in it came from a page and is checked again here.</summary>
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

    /// <summary>The page that framed the window, as the browser told it; null when the window took over the tab.</summary>
    public string? MerchantOrigin { get; init; }
}
