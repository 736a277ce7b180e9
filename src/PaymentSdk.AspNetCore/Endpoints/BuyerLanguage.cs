using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>The language of a request: Korean unless English is preferred to it.</summary>
internal static class BuyerLanguage
{
    public static string Pick(HttpRequest request, BuyerText text) => PrefersEnglish(request) ? text.English : text.Korean;

    private static bool PrefersEnglish(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var languages))
            return false;
        var preferred = languages
            .Where(language => (language.Quality ?? 1) > 0 && (Is(language, "ko") || Is(language, "en")))
            .MaxBy(language => language.Quality ?? 1);
        return preferred is not null && Is(preferred, "en");
    }

    private static bool Is(StringWithQualityHeaderValue language, string primary)
    {
        var tag = language.Value.AsSpan();
        return tag.StartsWith(primary, StringComparison.OrdinalIgnoreCase) && (tag.Length == primary.Length || tag[primary.Length] == '-');
    }
}
