using System.Text.Json;

namespace PaymentSdk.Sandbox.Tests;

/// <summary>An HTTP answer with its complete body.</summary>
internal sealed record Answer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json { get; } = Text.StartsWith('{') || Text.StartsWith('[') ? JsonDocument.Parse(Text).RootElement : default;

    public (int Status, string? Code) Error => (Status, Json.GetProperty("code").GetString());

    public string? this[string member] => Json.GetProperty(member).ToString();

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(TestGateway.Token),
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
}
