using System.Globalization;
using PaymentSdk;

namespace CheckoutDemo.Commands;

/// <summary><c>events</c>: order events that no handler has taken yet.</summary>
internal static class EventsCommand
{
    public static ShopCommand Command { get; } = new(
        "events",
        ["", "retry <eventId>", "skip <eventId> --who <name> --why <reason>"],
        "Lists the undelivered order events, retries one, or skips one.",
        RunAsync);

    private static async Task<int> RunAsync(WebApplication app, string[] arguments, TextWriter output)
    {
        var line = new CommandLine(arguments);
        var events = app.Services.GetRequiredService<IOrderEvents>();
        return line.Word() switch
        {
            null => await ListAsync(events, line, output),
            "retry" => await RetryAsync(events, line, output),
            "skip" => await SkipAsync(events, line, output),
            var other => throw new CommandLineException($"'{other}' is not one of retry, skip."),
        };
    }

    private static async Task<int> ListAsync(IOrderEvents events, CommandLine line, TextWriter output)
    {
        line.End();
        var waiting = await events.ListUndeliveredAsync();
        foreach (var delivery in waiting)
        {
            var happened = delivery.Event;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{happened.EventId}  {happened.Type}  order {happened.OrderId}  since {happened.RecordedAt.ToOffset(TimeSpan.FromHours(9)):yyyy-MM-dd HH:mm:ss}  failed {delivery.FailureCount} times{(delivery.Error is null ? "" : $" ({delivery.Error})")}"));
        }
        output.WriteLine(waiting.Count == 0 ? "Every event was delivered." : $"{waiting.Count} {(waiting.Count == 1 ? "event waits" : "events wait")}.");
        return waiting.Count == 0 ? ExitCode.Done : ExitCode.Open;
    }

    private static async Task<int> RetryAsync(IOrderEvents events, CommandLine line, TextWriter output)
    {
        var id = EventId(line);
        line.End();
        return Told(await events.RetryAsync(id), "It is delivered as soon as a shop with a handler is open.", output);
    }

    private static async Task<int> SkipAsync(IOrderEvents events, CommandLine line, TextWriter output)
    {
        var (id, who, why) = (EventId(line), line.Required("who"), line.Required("why"));
        line.End();
        try
        {
            return Told(await events.SkipAsync(id, who, why), "It is skipped; the next event of its purchase follows.", output);
        }
        catch (ArgumentException wrong)
        {
            throw new CommandLineException(wrong.Message);
        }
    }

    private static Guid EventId(CommandLine line) =>
        Guid.TryParse(line.Word("The event id"), out var id) ? id : throw new CommandLineException("The event id is the first column of the list.");

    private static int Told(DeliveryResult decision, string done, TextWriter output)
    {
        output.WriteLine(decision switch
        {
            DeliveryResult.Done => done,
            DeliveryResult.NotFound => "There is no such event.",
            DeliveryResult.AlreadyOver => "It was delivered or skipped before.",
            _ => "A handler has it just now. Look again in a minute.",
        });
        return decision == DeliveryResult.Done ? ExitCode.Done : ExitCode.Open;
    }
}
