using System.Globalization;
using System.Text.Json;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Json;

/// <summary>Compares and shows values of an answer. Both methods accept every value and never throw.</summary>
internal static class JsonValues
{
    private const int LongestShown = 60;

    /// <summary>Returns whether two values are the same: equal strings, numerically equal numbers, or identical JSON.</summary>
    public static bool AreSame(JsonElement one, JsonElement other) => (one.ValueKind, other.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => string.Equals(one.GetString(), other.GetString(), StringComparison.Ordinal),
        (JsonValueKind.Number, JsonValueKind.Number) when one.TryGetDecimal(out var left) && other.TryGetDecimal(out var right) => left == right,
        _ => string.Equals(one.GetRawText(), other.GetRawText(), StringComparison.Ordinal),
    };

    /// <summary>Returns the text of a value for an operator. Objects and lists may contain personal data, so only their kind is shown.</summary>
    public static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Cut(value.GetString()!),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {value.GetArrayLength()}"),
        _ => Cut(value.GetRawText()),
    };

    private static string Cut(string text) => StorableText.Describe(text, LongestShown)!;
}
