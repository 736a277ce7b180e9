using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCaching;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Keeps answers of protected endpoints out of response caching (docs/spec/origins.md §4). Its middleware may be before routing, and it reads the
/// headers before any callback that runs when the answer starts; an action with <c>[ResponseCache]</c> has removed <c>Vary</c> by then. Response
/// caching never stores an answer that sets a cookie, so a cookie is added and removed again before the headers are sent. A host without that
/// middleware never creates its options, and nothing is done there.
/// </summary>
internal sealed class ResponseCaches : IPostConfigureOptions<ResponseCachingOptions>
{
    private const string Mark = "payment-answer=not-stored; Max-Age=0";

    private static readonly Func<object, Task> TakeOff = TakeOffMark;

    private volatile bool _areUsed;

    public void PostConfigure(string? name, ResponseCachingOptions options) => _areUsed = true;

    public void KeepOut(HttpContext context)
    {
        if (!_areUsed)
            return;
        context.Response.Headers.SetCookie = StringValues.Concat(context.Response.Headers.SetCookie, Mark);
        context.Response.OnStarting(TakeOff, context);
    }

    private static Task TakeOffMark(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        var kept = headers.SetCookie.Where(cookie => cookie != Mark).ToArray();
        if (kept.Length < headers.SetCookie.Count)
            headers.SetCookie = kept;
        return Task.CompletedTask;
    }
}
