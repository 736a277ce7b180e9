using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary><c>POST {p}/confirm</c>: confirms a payment through the ledger and answers within <see cref="PaymentSdkOptions.Wait"/>.</summary>
internal static class ConfirmEndpoint
{
    public static async Task<IResult> HandleAsync(PaymentCall call)
    {
        var (body, refusal) = await call.AskAsync(ended => JsonBody.ReadAsync(call.Request, ended)).ConfigureAwait(false);
        if (refusal is not null)
            return refusal;
        if (!ConfirmBody.TryRead(body, out var payment, out var fault))
            return RequestProblems.Malformed(fault);

        using var scope = call.BeginOrder(payment.OrderId);
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

/// <summary>Reads the body of a confirm: <c>{paymentKey, orderId, amount?, paymentType?}</c>. Other members are ignored.</summary>
internal static class ConfirmBody
{
    /// <summary>Reads the payment to confirm. On failure, the fault names the member and its rule.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out PaymentConfirmation? payment, [NotNullWhen(false)] out string? fault)
    {
        payment = null;
        if (utf8.IsEmpty)
        {
            fault = "The body is empty. Send {\"paymentKey\", \"orderId\", \"amount\"} as JSON.";
            return false;
        }

        if (!JsonMembers.TryRead(utf8, out var members, out fault))
            return false;
        fault = WrongKind(members, "paymentKey", JsonValueKind.String)
            ?? WrongKind(members, "orderId", JsonValueKind.String)
            ?? WrongKind(members, "amount", JsonValueKind.Number, JsonValueKind.String, JsonValueKind.Null)
            ?? WrongKind(members, "paymentType", JsonValueKind.String, JsonValueKind.Null);
        return fault is null
            && new ConfirmFields("member", Text(members, "paymentKey"), Text(members, "orderId"), Text(members, "amount"), Text(members, "paymentType"))
                .TryRead(out payment, out fault);
    }

    private static string? WrongKind(Dictionary<string, JsonElement> members, string name, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (!members.TryGetValue(name, out var value) || kinds.Contains(value.ValueKind))
            return null;
        return kinds.Contains(JsonValueKind.Number)
            ? $"The member {name} is not usable: write a number, or a number in a string."
            : $"The member {name} is not usable: write a string.";
    }

    private static string? Text(Dictionary<string, JsonElement> members, string name) =>
        !members.TryGetValue(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : value.GetString();
}

/// <summary>
/// Logs the outcome of a confirm for every endpoint that confirms. The cause of a failure is logged as a warning where it is found, so that each
/// failure causes one warning only.
/// </summary>
internal static class ConfirmLog
{
    public static void Write(ILogger log, OrderId orderId, ConfirmOutcome outcome)
    {
        switch (outcome)
        {
            case ConfirmOutcome.NotCharged notCharged:
                log.NotCharged(orderId, notCharged.Reason);
                break;
            case ConfirmOutcome.Unavailable { IsRunning: true } running:
                log.ConfirmRuns(orderId, running.Reason);
                break;
            case ConfirmOutcome.Unavailable unavailable:
                log.OrderUnavailable(orderId, unavailable.Reason);
                break;
            default:
                log.Confirmed(orderId, outcome.GetType().Name);
                break;
        }
    }
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
