using Microsoft.Extensions.Primitives;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>
/// Merges the sources that the payment window needs into the policies of a page. Nothing that they allow is removed, and unrelated directives are
/// unchanged (docs/decisions/0013).
/// </summary>
internal sealed record WindowPolicy(WindowSources Sources, PolicyDirective FrameAncestors, PolicyNonce? Nonce)
{
    /// <summary>Returns the policies that the browser enforces.</summary>
    /// <param name="enforced">The policies of the page.</param>
    /// <param name="hasTrial">Whether the page has a report-only policy (<c>-Report-Only</c>). If it has no enforced policy, only
    /// <c>frame-ancestors</c> is enforced.</param>
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

    /// <summary>Returns the policies that the browser only reports on. Browsers ignore <c>frame-ancestors</c> in them, so it is not added.</summary>
    public StringValues Trial(StringValues trial) => ContentPolicy.Each(trial, Merge);

    /// <summary>Returns true if a policy already allows everything that the payment window needs.</summary>
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
        // Next to a nonce, browsers ignore 'unsafe-inline', and the page's other inline scripts would stop.
        if (Nonce is not null && effective?.Has("'unsafe-inline'") == false)
            yield return Nonce.Source;
    }

    /// <summary>Returns the smallest policy, for a page without any (docs/spec/origins.md §6).</summary>
    private ContentPolicy Minimum()
    {
        var policy = new ContentPolicy([new("script-src", ["'self'"]), new("connect-src", ["'self'"])]);
        if (Sources.Frames.Count > 0)
            policy = policy.Add(new("frame-src", Sources.Frames));
        return Merge(policy).Add(FrameAncestors);
    }
}
