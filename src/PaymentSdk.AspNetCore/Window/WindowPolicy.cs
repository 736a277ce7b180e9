using Microsoft.Extensions.Primitives;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>
/// Merges what the payment window needs into the policies that a page has. Nothing that they allow is taken away, and nothing
/// that they say of anything else is changed (docs/decisions/0013).
/// </summary>
internal sealed record WindowPolicy(WindowSources Sources, PolicyDirective FrameAncestors, PolicyNonce? Nonce)
{
    /// <summary>The policies that the browser enforces.</summary>
    /// <param name="enforced">Those that the page has.</param>
    /// <param name="hasTrial">Whether the page has a policy on trial (<c>-Report-Only</c>): then it is not given a strict one unasked.</param>
    public StringValues Enforced(StringValues enforced, bool hasTrial)
    {
        var policies = ContentPolicy.All(enforced).ToList();
        if (policies.Count == 0)
            return (hasTrial ? new ContentPolicy([FrameAncestors]) : Minimum()).ToString();
        var addFrameAncestors = policies.All(policy => policy.Find(FrameAncestors.Name) is null);
        return ContentPolicy.Each(enforced, policy =>
        {
            var merged = Merge(policy);
            if (!addFrameAncestors)
                return merged;
            addFrameAncestors = false;
            return merged.Add(FrameAncestors);
        });
    }

    /// <summary>The policies that the browser only reports on; there, who may frame a page is not looked at.</summary>
    public StringValues Trial(StringValues trial) => ContentPolicy.Each(trial, Merge);

    /// <summary>Whether a policy needs nothing merged into it.</summary>
    public bool IsAllowedBy(ContentPolicy policy) => Merge(policy).ToString() == policy.ToString();

    private ContentPolicy Merge(ContentPolicy policy)
    {
        var scripts = policy.Find("script-src-elem") is null
            ? policy.Allow("script-src", ["default-src"], Scripts(policy))
            : policy.Allow("script-src-elem", [], Scripts(policy));
        var connected = scripts.Allow("connect-src", ["default-src"], Sources.Connect);
        return Sources.Frames.Count == 0 ? connected : connected.Allow("frame-src", ["child-src", "default-src"], Sources.Frames);
    }

    private IEnumerable<string> Scripts(ContentPolicy policy)
    {
        yield return Sources.Script;
        var effective = policy.Find("script-src-elem") ?? policy.Find("script-src") ?? policy.Find("default-src");
        // Beside a nonce browsers forget 'unsafe-inline': the page's other inline scripts would stop.
        if (Nonce is not null && effective?.Has("'unsafe-inline'") == false)
            yield return Nonce.Source;
    }

    /// <summary>For a page without any policy: docs/spec/origins.md §6.</summary>
    private ContentPolicy Minimum()
    {
        var policy = new ContentPolicy([new("script-src", ["'self'"]), new("connect-src", ["'self'"])]);
        if (Sources.Frames.Count > 0)
            policy = policy.Add(new("frame-src", Sources.Frames));
        return Merge(policy).Add(FrameAncestors);
    }
}
