using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>
/// Stands before everything of the host's: callbacks run in the reverse order of their registration when an answer starts, so
/// that ours runs last, after any middleware that writes its own policy, wherever it stands.
/// </summary>
internal sealed class WindowStartupFilter(WindowHeaders headers) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        Func<object, Task> write = Write;
        app.Use((context, rest) =>
        {
            context.Response.OnStarting(write, context);
            return rest(context);
        });
        next(app);
    };

    private Task Write(object context)
    {
        headers.Write((HttpContext)context);
        return Task.CompletedTask;
    }
}
