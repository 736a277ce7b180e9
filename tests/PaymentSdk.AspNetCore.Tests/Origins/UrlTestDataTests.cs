using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>
/// Runs the URL test cases of the web platform if their file is present, at the path in PAYMENTSDK_URLTESTDATA or in shared/data next to the
/// repository. The file is not part of the repository; <see cref="SpellingTests"/> always runs.
/// </summary>
public sealed class UrlTestDataTests
{
    [Fact]
    public void Every_origin_registers_every_other_spelling_is_answered_with_it_and_every_failure_is_refused()
    {
        var file = Find();
        Assert.SkipWhen(file is null, "urltestdata.json is not on this machine.");
        using var cases = JsonDocument.Parse(File.ReadAllText(file!));
        var absolute = cases.RootElement.EnumerateArray().Where(IsAbsolute).ToList();

        var faults = absolute.Select(found => Fault(found.GetProperty("input").GetString()!, HttpOrigin(found))).OfType<string>().ToList();

        Assert.True(absolute.Count > 300, "The file contains too few cases.");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Returns whether the case has no base, or a base that does not matter.</summary>
    private static bool IsAbsolute(JsonElement found) => found.ValueKind == JsonValueKind.Object
        && (found.GetProperty("base").ValueKind == JsonValueKind.Null || Regex.IsMatch(found.GetProperty("input").GetString()!, @"^\s*https?:[/\\]{2}", RegexOptions.IgnoreCase));

    /// <summary>Returns the origin; null for a failure and for URLs of other schemes.</summary>
    private static string? HttpOrigin(JsonElement found)
    {
        if (found.TryGetProperty("failure", out _))
            return null;
        var origin = found.TryGetProperty("origin", out var given)
            ? given.GetString()
            : $"{found.GetProperty("protocol").GetString()}//{found.GetProperty("host").GetString()}";
        return origin!.StartsWith("http", StringComparison.Ordinal) ? origin : null;
    }

    private static string? Fault(string input, string? origin)
    {
        var registers = Origin.TryParse(input, out _, out var reason);
        var shown = JsonSerializer.Serialize(input);
        if (origin is null)
            return registers ? $"is registered, although it is not an http origin: {shown}" : null;
        if (!IsOrigin(origin))
            return registers || reason!.Contains("Write ", StringComparison.Ordinal) ? $"is outside the strict grammar, but was registered or corrected: {shown} {reason}" : null;
        if (!Origin.TryParse(origin, out _, out var refused))
            return $"{origin}: {refused}";
        if (input == origin)
            return null;
        return reason?.EndsWith($" Write {origin}.", StringComparison.Ordinal) == true ? null : $"{shown}: expected {origin}, got {reason ?? "yes"}";
    }

    /// <summary>Returns whether the host consists of labels or an address in brackets, and the port is not 0.</summary>
    private static bool IsOrigin(string origin) => Regex.IsMatch(
        origin, @"^https?://([a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|\[[0-9a-f:]+\])(:[1-9][0-9]*)?$", RegexOptions.CultureInvariant);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("PAYMENTSDK_URLTESTDATA") is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", "urltestdata.json");
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
