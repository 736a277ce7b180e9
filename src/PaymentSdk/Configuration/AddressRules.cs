namespace PaymentSdk.Configuration;

/// <summary>Rules for the addresses and the result page in the settings.</summary>
internal static class AddressRules
{
    private const string Placeholder = "{orderId}";

    /// <summary>Adds the faults of an address to the list. Returns the address when it is an absolute http or https address.</summary>
    public static Uri? Check(string setting, string? address, List<string> faults)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsHttp(uri) || address!.Any(char.IsWhiteSpace))
        {
            faults.Add($"{setting} is '{Cut(address)}', which is not an absolute http or https address such as https://api.tosspayments.com.");
            return null;
        }
        if (uri.UserInfo.Length > 0)
            faults.Add($"{setting} carries a user name or password. Remove it: addresses are logged.");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            faults.Add($"{setting} ends in a query or fragment ('{Cut(uri.Query + uri.Fragment)}'). Remove it.");
        return uri;
    }

    /// <summary>Adds faults unless a live key would be sent only to the provider's own hosts, over https (docs/spec/money.md §10).</summary>
    public static void CheckLive(string setting, Uri address, List<string> faults)
    {
        if (address.Scheme != Uri.UriSchemeHttps)
            faults.Add($"{setting} is http, and a live key is configured. A live key is sent over https only.");
        if (!IsProviders(address))
            faults.Add($"{setting} is on the host '{Cut(address.IdnHost)}', and a live key is configured. A live key is sent to hosts of tosspayments.com only; use a test key here.");
    }

    /// <summary>Whether the address is on one of the provider's own hosts.</summary>
    public static bool IsProviders(Uri address) => address.IdnHost.EndsWith(".tosspayments.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns why the address of a result page is not valid, as the end of a sentence; null when it is valid.</summary>
    public static string? CheckResultPage(string? page)
    {
        var filled = page?.Replace(Placeholder, "order", StringComparison.Ordinal);
        if (string.IsNullOrEmpty(filled) || filled.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '\\'))
            return "is empty or has a space, control character or backslash";
        if (filled.AsSpan().IndexOfAny('{', '}') >= 0)
            return $"has a placeholder other than {Placeholder}";
        if (filled[0] == '/')
            return filled.Length > 1 && filled[1] == '/' ? "begins with two slashes, which names another host" : null;
        if (!Uri.TryCreate(filled, UriKind.Absolute, out var uri) || !IsHttp(uri) || uri.UserInfo.Length > 0)
            return "is neither a path that begins with / nor an absolute http or https address";
        return page!.IndexOf(Placeholder, StringComparison.Ordinal) is var at and >= 0 && at < page.IndexOf('/', page.IndexOf("//", StringComparison.Ordinal) + 2)
            ? $"has {Placeholder} in its host"
            : null;
    }

    /// <summary>Cuts a value from outside to a readable length.</summary>
    public static string Cut(string? value) => value is { Length: > 100 } ? value[..100] + "…" : value ?? "";

    private static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;
}
