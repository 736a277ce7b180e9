using System.Globalization;

namespace PaymentSdk.Api.Wire;

/// <summary>What a host sets on every <see cref="HttpClient"/> itself. Header values are not shown: they may be secrets.</summary>
internal static class DefaultClient
{
    public static LeftOutDefault Read(IEnumerable<Action<HttpClient>> actions)
    {
        const string line = ".HttpClient.ConfigureHttpClient(http => …)";
        using var untouched = new HttpClient();
        using var client = new HttpClient();
        try
        {
            foreach (var action in actions)
                action(client);
        }
#pragma warning disable CA1031 // What a default of the host throws while it is only looked at must not stop the payment client.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new($"settings of every HttpClient that could not be made ({failure.GetType().Name}: {failure.Message})", line, IsUsual: false);
        }

        var changed = client.DefaultRequestHeaders.Select(header => $"the header {header.Key}").ToList();
        if (client.Timeout != untouched.Timeout)
            changed.Add(string.Create(CultureInfo.InvariantCulture, $"Timeout {client.Timeout:c}"));
        if (client.BaseAddress is not null)
            changed.Add("BaseAddress");
        if (client.DefaultRequestVersion != untouched.DefaultRequestVersion || client.DefaultVersionPolicy != untouched.DefaultVersionPolicy)
            changed.Add($"HTTP version {client.DefaultRequestVersion}");
        if (client.MaxResponseContentBufferSize != untouched.MaxResponseContentBufferSize)
            changed.Add("MaxResponseContentBufferSize");
        return new($"settings of every HttpClient ({(changed.Count == 0 ? "nothing visible" : string.Join(", ", changed))})", line, IsUsual: false);
    }
}
