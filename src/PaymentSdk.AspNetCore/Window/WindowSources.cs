namespace PaymentSdk.AspNetCore.Window;

/// <summary>What the payment window needs of a page: where its script comes from, whom it talks to, what it shows in frames (docs/spec/origins.md §6).</summary>
internal sealed record WindowSources(string Script, IReadOnlyList<string> Connect, IReadOnlyList<string> Frames)
{
    /// <param name="scriptAddress">Where the script lies. The provider's own talks to and frames more hosts than its own; the sandbox, or another gateway, is one origin for everything.</param>
    /// <param name="target">A window that takes the page's place has no frame.</param>
    public static WindowSources Of(string scriptAddress, PaymentWindowTarget target)
    {
        var address = new Uri(scriptAddress);
        var script = Origin.OfAddress(scriptAddress).ToString();
        var isProvider = address.Host.EndsWith(".tosspayments.com", StringComparison.Ordinal);
        string[] frames = isProvider ? ["https://*.tosspayments.com", "https://*.toss.im"] : [script];
        return new WindowSources(script, ["'self'", isProvider ? "https://*.tosspayments.com" : script], target == PaymentWindowTarget.Self ? [] : frames);
    }
}
