using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PaymentSdk.AspNetCore.Endpoints;
using PaymentSdk.AspNetCore.Operator;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Window;

namespace PaymentSdk.AspNetCore.Hosting;

/// <summary>
/// Adds the first middleware of the host. When an answer starts, callbacks run in the reverse order of their registration. The callback of this
/// middleware therefore runs last, after those of every middleware that writes its own policy. An exception that the host does not handle also
/// arrives here.
/// </summary>
internal sealed class WindowStartupFilter(WindowHeaders headers) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        Func<object, Task> write = Write;
        app.Use((context, rest) =>
        {
            RequestEnd.Keep(context);
            context.Response.OnStarting(write, context);
            return UnhandledFailure.AnswerAsync(context, rest);
        });
        next(app);
    };

    private Task Write(object state)
    {
        var context = (HttpContext)state;
        headers.Write(context);
        BuyerPage.KeepHeaders(context);
        OperatorHeaders.Keep(context);
        return Task.CompletedTask;
    }
}

/// <summary>
/// Answers an exception that no middleware of the host handles. The server would answer it with a 500 without headers, which a page sees as a CORS
/// error. For a request that the origin check allowed, the 500 is sent from here with the headers of that decision. The exception is rethrown to
/// the server, which logs it as usual.
/// </summary>
internal static class UnhandledFailure
{
    public static async Task AnswerAsync(HttpContext context, RequestDelegate rest)
    {
        try
        {
            await rest(context).ConfigureAwait(false);
        }
        catch (Exception failure) when (!context.Response.HasStarted && context.Features.Get<OriginDecision>() is { LetsIn: true })
        {
            context.Response.Clear();
            context.Response.StatusCode = failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            context.Response.ContentLength = 0;
            await context.Response.CompleteAsync().ConfigureAwait(false);
            throw;
        }
    }
}
