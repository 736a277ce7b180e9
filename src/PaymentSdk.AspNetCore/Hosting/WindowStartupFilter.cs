using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PaymentSdk.AspNetCore.Endpoints;
using PaymentSdk.AspNetCore.Operator;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Window;

namespace PaymentSdk.AspNetCore.Hosting;

/// <summary>
/// Stands before everything of the host's: callbacks run in the reverse order of their registration when an answer starts, so
/// that ours runs last, after any middleware that writes its own policy, wherever it stands. What nothing of the host's has handled
/// arrives here too.
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
