using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary><c>POST {p}/confirm</c>: confirms a payment through the ledger and answers within 25 seconds.</summary>
internal static class ConfirmEndpoint
{
    public static async Task<IResult> HandleAsync(PaymentCall call)
    {
        var (body, refusal) = await call.AskAsync(ended => JsonBody.ReadAsync(call.Request, ended)).ConfigureAwait(false);
        if (refusal is not null)
            return refusal;
        if (!ConfirmBody.TryRead(body, out var payment, out var fault))
            return RequestProblems.Malformed(fault);

        using var scope = call.Log.BeginOrder(payment.OrderId);
        var outcome = await call.ConfirmAsync(payment).ConfigureAwait(false);
        ConfirmLog.Write(call.Log, payment.OrderId, outcome);
        return Answer(call, outcome);
    }

    private static IResult Answer(PaymentCall call, ConfirmOutcome outcome) => outcome.Match<IResult>(
        paid => OrderResult.Ok(paid.Order),
        awaitingDeposit => OrderResult.Ok(awaitingDeposit.Order),
        checking => OrderResult.Checking(call, checking.Order),
        declined => OrderProblems.Declined(declined.Order.OrderId, declined.Code, declined.BuyerText, BuyerLanguage.Pick(call.Request, declined.BuyerText)),
        notCharged => OrderProblems.PaymentUnavailable(),
        unavailable => OrderProblems.Of(unavailable),
        amountMismatch => OrderProblems.AmountMismatch(amountMismatch.Order.OrderId),
        notOpen => OrderProblems.NotOpen(notOpen.Live.OrderId, OrderStatusName.Of(notOpen.Live.Status)),
        notFound => OrderProblems.NotFound());
}

/// <summary>The language of a request: Korean, unless English is preferred.</summary>
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
