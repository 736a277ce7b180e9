using System.Text.RegularExpressions;

namespace PaymentSdk.AspNetCore.Tests.Pages;

/// <summary>The documentation page docs/page.md, with the blocks of code that a reader copies from it.</summary>
internal static partial class PageDocument
{
    public static string Root { get; } = FindRoot();

    public static string Text { get; } = File.ReadAllText(Path.Combine(Root, "docs", "page.md"));

    /// <summary>The HTML blocks in order: the checkout page, the result page.</summary>
    public static string[] Blocks { get; } = [.. Html().Matches(Text).Select(match => match.Groups[1].Value)];

    /// <summary>The JavaScript blocks in order: that of the checkout page, that of the result page.</summary>
    public static string[] Scripts { get; } = [.. JavaScript().Matches(Text).Select(match => match.Groups[1].Value)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PaymentSdk.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"```html\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Html();

    [GeneratedRegex(@"```js\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex JavaScript();
}
