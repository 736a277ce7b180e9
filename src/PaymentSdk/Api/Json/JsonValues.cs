using System.Globalization;
using System.Text.Json;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Json;

/// <summary>Compares and shows values of an answer; both are total.</summary>
internal static class JsonValues
{
    private const int LongestShown = 60;

    /// <summary>Whether two values are the same: the same text, the same number however it is written, or the same JSON.</summary>
    public static bool AreSame(JsonElement one, JsonElement other) => (one.ValueKind, other.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => string.Equals(one.GetString(), other.GetString(), StringComparison.Ordinal),
        (JsonValueKind.Number, JsonValueKind.Number) when one.TryGetDecimal(out var left) && other.TryGetDecimal(out var right) => left == right,
        _ => string.Equals(one.GetRawText(), other.GetRawText(), StringComparison.Ordinal),
    };

    /// <summary>A value as an operator may see it: what holds members may hold personal data, so that only its kind is told.</summary>
    public static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Cut(value.GetString()!),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {value.GetArrayLength()}"),
        _ => Cut(value.GetRawText()),
    };

    private static string Cut(string text) => StorableText.Describe(text, LongestShown)!;
}
