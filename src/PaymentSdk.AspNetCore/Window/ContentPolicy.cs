using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>
/// One Content-Security-Policy, read and written (CSP Level 3, §2.2). Directives keep their order. A second one of the same name is ignored, as in
/// browsers.
/// </summary>
internal sealed record ContentPolicy(ImmutableArray<PolicyDirective> Directives)
{
    private static readonly char[] Space = [' ', '\t', '\n', '\r', '\f'];

    public static ContentPolicy Parse(string text)
    {
        var directives = ImmutableArray.CreateBuilder<PolicyDirective>();
        foreach (var part in text.Split(';'))
        {
            var words = part.Split(Space, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && directives.All(known => !known.Name.Equals(words[0], StringComparison.OrdinalIgnoreCase)))
                directives.Add(new PolicyDirective(words[0].ToLowerInvariant(), words[1..]));
        }

        return new ContentPolicy(directives.ToImmutable());
    }

    /// <summary>
    /// Changes every policy in a header. A header may have several lines, and a line may contain several policies, separated by commas; all policies
    /// apply.
    /// </summary>
    public static StringValues Each(StringValues lines, Func<ContentPolicy, ContentPolicy> change) =>
        lines.Select(line => string.Join(", ", PoliciesOf(line).Select(change))).Where(line => line.Length > 0).ToArray();

    public static IEnumerable<ContentPolicy> All(StringValues lines) => lines.SelectMany(PoliciesOf);

    public PolicyDirective? Find(string name) => Directives.FirstOrDefault(directive => directive.Name == name);

    /// <summary>
    /// Allows further sources where the policy restricts them. If the directive is absent, browsers fall back to other directives; it is then added
    /// with the sources of the first fallback, so that nothing is taken away. If no directive covers it, everything is already allowed.
    /// </summary>
    public ContentPolicy Allow(string name, ReadOnlySpan<string> spokenForBy, IEnumerable<string> sources)
    {
        if (Find(name) is { } own)
            return this with { Directives = Directives.Replace(own, own.With(sources)) };
        foreach (var other in spokenForBy)
        {
            if (Find(other) is { } found)
                return Add((found with { Name = name }).With(sources));
        }

        return this;
    }

    public ContentPolicy Add(PolicyDirective directive) => this with { Directives = Directives.Add(directive) };

    public override string ToString() => string.Join("; ", Directives);

    private static IEnumerable<ContentPolicy> PoliciesOf(string? line) =>
        (line ?? "").Split(',').Select(Parse).Where(policy => !policy.Directives.IsEmpty);
}
