using PaymentSdk;

namespace CheckoutDemo.Commands;

/// <summary><c>resolve</c>: an operator's resolution of an order that needs one.</summary>
internal static class ResolveCommand
{
    public static IReadOnlyDictionary<string, ResolutionKind> Words { get; } = new Dictionary<string, ResolutionKind>(StringComparer.Ordinal)
    {
        ["approved"] = ResolutionKind.Approved,
        ["not-charged"] = ResolutionKind.NotCharged,
        ["reverse"] = ResolutionKind.Reverse,
        ["accept-amount"] = ResolutionKind.AcceptAmount,
        ["refunded-by-hand"] = ResolutionKind.RefundedByHand,
    };

    public static ShopCommand Command { get; } = new(
        "resolve",
        ["<orderId> approved|not-charged|reverse|accept-amount|refunded-by-hand --who <name> --why <reason> [--without-query]"],
        "Resolves an order that needs an operator. The gateway is asked first, unless --without-query is given.",
        RunAsync);

    private static async Task<int> RunAsync(WebApplication app, string[] arguments, TextWriter output)
    {
        var line = new CommandLine(arguments, "without-query");
        var resolution = Read(line);
        line.End();
        try
        {
            var outcome = await app.Services.GetRequiredService<IPaymentReviews>().ResolveAsync(resolution);
            var (text, code) = outcome.Match(
                resolved => ($"{resolved.Order.OrderId} is {resolved.Order.Status} now.", ExitCode.Done),
                contradicted => ($"Nothing was changed. {contradicted.Reason}", ExitCode.Open),
                notNeeded => ($"{notNeeded.Order.OrderId} is {notNeeded.Order.Status} and does not need an operator.", ExitCode.Open),
                notFound => ($"There is no order {notFound.OrderId}.", ExitCode.Open));
            output.WriteLine(text);
            return code;
        }
        catch (ArgumentException wrong)
        {
            throw new CommandLineException(wrong.Message);
        }
    }

    private static ManualResolution Read(CommandLine line)
    {
        var order = line.Word("The order id");
        if (!OrderId.TryParse(order, out var orderId, out var fault))
            throw new CommandLineException($"'{order}' is not an order id: {fault}");
        var word = line.Word("The resolution");
        if (!Words.TryGetValue(word, out var kind))
            throw new CommandLineException($"'{word}' is not one of {string.Join(", ", Words.Keys)}.");
        return new ManualResolution { OrderId = orderId, Resolution = kind, Actor = line.Required("who"), Reason = line.Required("why"), WithoutQuery = line.Flag("without-query") };
    }
}
