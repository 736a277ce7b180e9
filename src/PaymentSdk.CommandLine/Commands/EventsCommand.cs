using System.CommandLine;
using System.Globalization;
using PaymentSdk.CommandLine.Parsing;
using PaymentSdk.CommandLine.Reports;

namespace PaymentSdk.CommandLine.Commands;

/// <summary><c>events</c>: lists, retries or skips order events that have not been delivered to a handler.</summary>
internal static class EventsCommand
{
    public static Command Create(CommandRun run)
    {
        var merchant = CommandOptions.Merchant();
        var command = new Command("events", "Lists the undelivered order events, retries one, or skips one.") { merchant };
        run.Handle(command, ListAsync, merchant);
        command.Add(Retry(run, merchant));
        command.Add(Skip(run, merchant));
        return command;
    }

    private static Command Retry(CommandRun run, Option<string> merchant)
    {
        var id = EventId();
        var command = new Command("retry", "Delivers an event as soon as a process with a handler runs, regardless of its scheduled retry.") { id };
        run.Handle(
            command,
            async (line, context, cancellationToken) => Told(
                context, await context.Get<IOrderEvents>().RetryAsync(line.GetValue(id), cancellationToken).ConfigureAwait(false),
                "The event will be delivered as soon as a process with a handler runs."),
            merchant);
        return command;
    }

    private static Command Skip(CommandRun run, Option<string> merchant)
    {
        var (id, who, why) = (EventId(), CommandOptions.Who(), CommandOptions.Why());
        var command = new Command("skip", "Skips an event: no handler gets it, and the next event of its purchase is delivered.") { id, who, why };
        run.Handle(
            command,
            async (line, context, cancellationToken) => Told(
                context, await context.Get<IOrderEvents>().SkipAsync(line.GetValue(id), line.GetRequiredValue(who), line.GetRequiredValue(why), cancellationToken).ConfigureAwait(false),
                "The event is skipped. The next event of its purchase will be delivered."),
            merchant);
        return command;
    }

    private static Argument<Guid> EventId() => new("eventId")
    {
        Description = "The first column of the list.",
        CustomParser = result =>
        {
            if (!Guid.TryParse(result.Tokens[0].Value, out var id))
                result.AddError($"'{result.Tokens[0].Value}' is not an event id. The event id is the first column of the list.");
            return id;
        },
    };

    private static async Task<int> ListAsync(ParseResult line, CommandContext context, CancellationToken cancellationToken)
    {
        var waiting = await context.Get<IOrderEvents>().ListUndeliveredAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var delivery in waiting)
            context.Write(json => Write(delivery, json), text => Write(delivery, text));
        context.WriteSum(waiting.Count == 0 ? "Every event was delivered." : $"{Words.Count(waiting.Count, "event waits", "events wait")}.");
        return waiting.Count == 0 ? ExitCode.Done : ExitCode.Open;
    }

    private static void Write(UndeliveredEvent delivery, TextWriter output)
    {
        var happened = delivery.Event;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{happened.EventId}  {happened.Type}  order {happened.OrderId}  since {Words.Moment(happened.RecordedAt)}  failed {delivery.FailureCount} times{(delivery.Error is null ? "" : $" ({delivery.Error})")}"));
    }

    private static void Write(UndeliveredEvent delivery, JsonLine json)
    {
        json.Text("eventId", delivery.Event.EventId.ToString());
        json.Text("type", delivery.Event.Type.ToString());
        json.Text("orderId", delivery.Event.OrderId.Value);
        json.Text("purchaseId", delivery.Event.PurchaseId.Value);
        json.Moment("recordedAt", delivery.Event.RecordedAt);
        json.Number("failureCount", delivery.FailureCount);
        json.Moment("dueAt", delivery.DueAt);
        json.Text("error", delivery.Error);
    }

    private static int Told(CommandContext context, DeliveryResult result, string done) => result switch
    {
        DeliveryResult.Done => context.Told("done", done, ExitCode.Done),
        DeliveryResult.NotFound => context.Told("not-found", "There is no such event.", ExitCode.Open),
        DeliveryResult.AlreadyOver => context.Told("already-over", "The event has already been delivered or skipped.", ExitCode.Open),
        _ => context.Told("in-delivery", "A handler is processing the event. Run the command again in a minute.", ExitCode.Open),
    };
}
