namespace PaymentSdk.Tests.Architecture;

internal static class Repository
{
    /// <summary>The folder of the solution. The tests run in a folder below it.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PaymentSdk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PaymentSdk.sln was not found above the test's folder.");
        return folder;
    }
}
