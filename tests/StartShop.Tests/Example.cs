using System.Text.RegularExpressions;

namespace StartShop.Tests;

/// <summary>
/// An <c>http</c> block of docs/start.md: <c># name</c>, the request line, its optional body, an empty line, the status, the answer.
/// </summary>
internal sealed partial record Example(string Name, string Method, string Path, string? Body, int Status, string Answer)
{
    public static IReadOnlyList<Example> All { get; } =
        [.. StartPage.English.Blocks.Where(block => block.Language == "http").Select(block => Read(block.Text))];

    private static Example Read(string text)
    {
        var parts = Shape().Match(text);
        Assert.True(parts.Success, $"This is not a request with its answer:\n{text}");
        return new Example(
            parts.Groups["name"].Value, parts.Groups["method"].Value, parts.Groups["path"].Value,
            parts.Groups["body"].Success ? parts.Groups["body"].Value : null,
            int.Parse(parts.Groups["status"].Value), parts.Groups["answer"].Value);
    }

    [GeneratedRegex(@"\A# (?<name>.+)\n(?<method>[A-Z]+) (?<path>\S+)\n(?:(?<body>\{.*?\})\n)?\n(?<status>\d{3})\n(?<answer>\{.*\})\n\z", RegexOptions.Singleline)]
    private static partial Regex Shape();
}
