using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace PaymentSdk.CommandLine.Parsing;

/// <summary>The options and arguments of the commands. The error message for an invalid value says how to write a valid value.</summary>
internal static class CommandOptions
{
    public static Option<string> Merchant() => new("--merchant")
    {
        Description = "The registration, as AddPaymentSdk names it. Default: the one without a name.",
        HelpName = "name",
        DefaultValueFactory = _ => "",
        Recursive = true,
    };

    public static Option<string> Who() => new("--who") { Description = "Who decides; recorded in the journal.", HelpName = "name", Required = true };

    public static Option<string> Why() => new("--why") { Description = "The reason; recorded in the journal.", HelpName = "reason", Required = true };

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-MM-dd",
        CustomParser = result => Read(result, result.Tokens[0].Value),
    };

    public static Argument<DateOnly?> Day(string description) => new("day")
    {
        Description = description,
        HelpName = "day",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result => result.Tokens.Count == 0 ? null : Read(result, result.Tokens[0].Value),
    };

    public static Option<decimal?> Amount(string description) => new("--amount")
    {
        Description = description,
        HelpName = "amount",
        CustomParser = result => ReadAmount(result, result.Tokens[0].Value),
    };

    public static Option<TimeSpan?> Seconds(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "seconds",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 3600)
                return TimeSpan.FromSeconds(seconds);
            result.AddError($"{name} is '{text}'; write a whole number of seconds from 1 to 3600.");
            return null;
        },
    };

    /// <summary>Parses an id. If it returns false, <paramref name="fault"/> says what is wrong with the text.</summary>
    public delegate bool TryParse<T>(string? text, out T id, out string? fault);

    /// <summary>Reads an id of the SDK.</summary>
    public static T Id<T>(ArgumentResult result, string what, TryParse<T> parse)
    {
        var text = result.Tokens[0].Value;
        if (!parse(text, out var id, out var fault))
            result.AddError($"'{text}' is not {what}: {fault}");
        return id;
    }

    /// <summary>Reads one of the given words.</summary>
    public static T Word<T>(ArgumentResult result, string what, IReadOnlyDictionary<string, T> words)
    {
        var text = result.Tokens[0].Value;
        if (words.TryGetValue(text, out var value))
            return value;
        var near = Nearest.To(text, words.Keys);
        result.AddError($"{what} '{text}' is not one of {string.Join(", ", words.Keys)}.{(near is null ? "" : $" Did you mean {near}?")}");
        return default!;
    }

    private static DateOnly? Read(ArgumentResult result, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"'{text}' is not a day. Write it as 2026-11-22.");
        return null;
    }

    private static decimal? ReadAmount(ArgumentResult result, string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0)
            return amount;
        result.AddError($"--amount is '{text}'; write a number above 0 such as 15000 or 10.50, without separators or currency.");
        return null;
    }
}
