using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Answers;

namespace PaymentSdk.Sandbox.Faults;

/// <summary>Sends an answer, complete or broken in the way that the fault specifies.</summary>
internal static class Wire
{
    private static readonly TimeSpan _defaultDelay = TimeSpan.FromSeconds(2);

    public static Task SendAsync(HttpContext context, ApiAnswer answer, SandboxFault? fault) => fault?.Kind switch
    {
        SandboxFaultKind.CloseAfterWork => CloseAsync(context),
        SandboxFaultKind.ResetAfterWork => ResetAsync(context),
        SandboxFaultKind.HalfBody => HalfAsync(context, answer),
        SandboxFaultKind.StallBody => StallAsync(context, answer, fault.Delay ?? Timeout.InfiniteTimeSpan),
        SandboxFaultKind.DelayAfterWork => SendLateAsync(context, answer, fault),
        _ => SendAsync(context, answer),
    };

    /// <summary>Waits for the delay of the fault. It is real time, because the client measures it with its own clock.</summary>
    public static Task DelayAsync(SandboxFault fault, CancellationToken cancellationToken = default) =>
        Task.Delay(fault.Delay ?? _defaultDelay, TimeProvider.System, cancellationToken);

    /// <summary>Closes the connection with a FIN, without sending anything more.</summary>
    public static async Task CloseAsync(HttpContext context)
    {
        if (context.Features.Get<RawConnection>() is { } connection)
        {
            await connection.Output.CompleteAsync().ConfigureAwait(false);
            // An abort before the bytes and the FIN are sent would reset the connection.
            await UntilClosedAsync(context, TimeSpan.FromSeconds(5)).ConfigureAwait(false);
        }

        context.Abort();
    }

    private static Task ResetAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task SendAsync(HttpContext context, ApiAnswer answer)
    {
        Head(context, answer);
        await context.Response.Body.WriteAsync(answer.Body).ConfigureAwait(false);
    }

    private static async Task SendLateAsync(HttpContext context, ApiAnswer answer, SandboxFault fault)
    {
        await DelayAsync(fault).ConfigureAwait(false);
        await SendAsync(context, answer).ConfigureAwait(false);
    }

    private static async Task HalfAsync(HttpContext context, ApiAnswer answer)
    {
        await SendHalfAsync(context, answer).ConfigureAwait(false);
        await CloseAsync(context).ConfigureAwait(false);
    }

    private static async Task StallAsync(HttpContext context, ApiAnswer answer, TimeSpan delay)
    {
        await SendHalfAsync(context, answer).ConfigureAwait(false);
        await UntilClosedAsync(context, delay).ConfigureAwait(false);
        await CloseAsync(context).ConfigureAwait(false);
    }

    private static async Task SendHalfAsync(HttpContext context, ApiAnswer answer)
    {
        Head(context, answer);
        await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2)).ConfigureAwait(false);
        await context.Response.Body.FlushAsync().ConfigureAwait(false);
    }

    private static void Head(HttpContext context, ApiAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.ContentType.Length > 0)
            context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        if (answer.Status == StatusCodes.Status429TooManyRequests)
            context.Response.Headers.RetryAfter = "1";
    }

    private static async Task UntilClosedAsync(HttpContext context, TimeSpan atMost)
    {
        try
        {
            await Task.Delay(atMost, TimeProvider.System, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client has disconnected, which ends the wait.
        }
    }
}
