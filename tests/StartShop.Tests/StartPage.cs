namespace StartShop.Tests;

/// <summary>A page of the documentation, by its path in the repository, and its blocks of code.</summary>
internal sealed record StartPage(string Name)
{
    public static string Root { get; } = FindRoot();

    public static StartPage English { get; } = new("docs/start.md");

    public static StartPage Korean { get; } = new("docs/start.ko.md");

    public IReadOnlyList<Block> Blocks { get; } =
    [
        .. File.ReadAllText(Path.Combine(Root, Name)).Split("\n```").Where((_, index) => index % 2 == 1)
            .Select(block => new Block(block[..block.IndexOf('\n', StringComparison.Ordinal)], block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..] + "\n")),
    ];

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PaymentSdk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PaymentSdk.sln was not found above the test's folder.");
        return folder;
    }

    internal sealed record Block(string Language, string Text);
}
