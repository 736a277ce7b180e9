using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Problems;

/// <summary>The headers that every answer of the payment endpoints has (docs/spec/http.md §3).</summary>
internal static class CommonHeaders
{
    /// <summary>Writes the headers. <c>Origin</c> is added to <c>Vary</c> only if it is not named there yet.</summary>
    public static void Write(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        if (!VariesByOrigin(headers))
            headers.Append("Vary", "Origin");
    }

    private static bool VariesByOrigin(IHeaderDictionary headers)
    {
        foreach (var line in headers.Vary)
        {
            if (line is not null && line.Split(',', StringSplitOptions.TrimEntries).Contains("Origin", StringComparer.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
