namespace PaymentSdk.AspNetCore.Window;

/// <summary>The sources that the payment window needs on a page: for its script, its calls and its frames (docs/spec/origins.md §6).</summary>
internal sealed record WindowSources(string Script, IReadOnlyList<string> Connect, IReadOnlyList<string> Frames)
{
    /// <param name="scriptAddress">The address of the script. The provider's script calls and frames further hosts of the provider. The sandbox, or
    /// another gateway, has one origin for everything.</param>
    /// <param name="target">Where the window opens. A window in place of the page has no frame.</param>
    public static WindowSources Of(string scriptAddress, PaymentWindowTarget target)
    {
        var address = new Uri(scriptAddress);
        var script = Origin.OfAddress(scriptAddress).ToString();
        var isProvider = address.Host.EndsWith(".tosspayments.com", StringComparison.Ordinal);
        string[] frames = isProvider ? ["https://*.tosspayments.com", "https://*.toss.im"] : [script];
        return new WindowSources(script, ["'self'", isProvider ? "https://*.tosspayments.com" : script], target == PaymentWindowTarget.Self ? [] : frames);
    }
}
