using System.CommandLine;
using System.Text.Json;
using PaymentSdk.CommandLine.Parsing;

namespace PaymentSdk.CommandLine.Commands;

/// <summary><c>resolve</c>: records an operator's resolution of an order that needs one.</summary>
internal static class ResolveCommand
{
    private static readonly Dictionary<string, ResolutionKind> Kinds =
        Enum.GetValues<ResolutionKind>().ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), StringComparer.Ordinal);

    public static Command Create(CommandRun run)
    {
        var order = new Argument<OrderId>("orderId")
        {
            Description = "The order, as attention lists it.",
            CustomParser = result => CommandOptions.Id<OrderId>(result, "an order id", OrderId.TryParse),
        };
        var kind = new Argument<ResolutionKind>("resolution")
        {
            Description = $"One of {string.Join(", ", Kinds.Keys)}.",
            HelpName = "resolution",
            CustomParser = result => CommandOptions.Word(result, "The resolution", Kinds),
        };
        var amount = CommandOptions.Amount("For refunded-by-hand, the refunded amount (default: everything that is left). For accept-amount, the accepted amount (default: the amount that attention lists).");
        var currency = new Option<Currency?>("--currency")
        {
            Description = "The currency of --amount, e.g. KRW. Default: the one that the gateway took, otherwise that of the order.",
            HelpName = "currency",
            CustomParser = result => Currency.From(result.Tokens[0].Value),
        };
        var refund = new Option<RefundId?>("--refund")
        {
            Description = "For refunded-by-hand, the refund that was paid by hand, as attention lists it. If the command is repeated, it resolves nothing else.",
            CustomParser = result => CommandOptions.Id<RefundId>(result, "a refund id", RefundId.TryParse),
        };
        var withoutQuery = new Option<bool>("--without-query") { Description = "Accepts the resolution without querying the gateway first." };
        var (who, why) = (CommandOptions.Who(), CommandOptions.Why());
        var command = new Command("resolve", "Resolves an order that needs an operator. The gateway is queried first, unless --without-query is given.") { order, kind, who, why, amount, currency, refund, withoutQuery };
        run.Handle(command, async (line, context, cancellationToken) =>
        {
            var outcome = await context.Get<IPaymentReviews>().ResolveAsync(
                new ManualResolution
                {
                    OrderId = line.GetValue(order),
                    Resolution = line.GetValue(kind),
                    Actor = line.GetRequiredValue(who),
                    Reason = line.GetRequiredValue(why),
                    Amount = line.GetValue(amount),
                    Currency = line.GetValue(currency),
                    RefundId = line.GetValue(refund),
                    WithoutQuery = line.GetValue(withoutQuery),
                },
                cancellationToken).ConfigureAwait(false);
            return outcome.Match(
                resolved => context.Told("resolved", $"{resolved.Order.OrderId} is {resolved.Order.Status} now.", ExitCode.Done, json => json.Text("status", resolved.Order.Status.ToString())),
                contradicted => context.Told("contradicted", $"The order is not resolved. {contradicted.Reason.English}", ExitCode.Open, json => json.Text("status", contradicted.Order.Status.ToString())),
                notNeeded => context.Told("not-needed", $"{notNeeded.Order.OrderId} is {notNeeded.Order.Status} and does not need an operator.", ExitCode.Open, json => json.Text("status", notNeeded.Order.Status.ToString())),
                notFound => context.Told("not-found", $"There is no order {notFound.OrderId}.", ExitCode.Open));
        });
        return command;
    }
}
