namespace PaymentSdk.CommandLine.Parsing;

/// <summary>The settings of the host among the arguments: <c>--Payment:SecretKey=…</c>, <c>--environment Production</c>. The host has read them.</summary>
internal static class HostSettings
{
    private static readonly string[] Names = ["--environment", "--contentRoot", "--applicationName", "--urls"];

    public static IReadOnlyList<string> Without(IReadOnlyList<string> args)
    {
        var left = new List<string>();
        for (var at = 0; at < args.Count; at++)
        {
            var end = args[at].IndexOf('=', StringComparison.Ordinal);
            if (!IsSetting(end < 0 ? args[at] : args[at][..end]))
                left.Add(args[at]);
            else if (end < 0)
                at++;
        }

        return left;
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("--", StringComparison.Ordinal) && (name.Contains(':', StringComparison.Ordinal) || Names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
