using System.Globalization;
using PaymentSdk.Simulation.Histories;

namespace PaymentSdk.Simulation.Command;

/// <summary>The parsed arguments of the command line.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        dotnet run --project tests/PaymentSdk.Simulation -c Release -- [options]

          --seeds N          runs N histories (default 1000)
          --from N           the first seed (default 1); "fresh" begins at a seed that was probably never run
          --minutes N        runs histories for N minutes, instead of --seeds
          --seed N           runs one history and prints the hash of its journal
          --trace            prints the events of the history of --seed
          --shrink           reduces the history of --seed to what its violation needs
          --profile X        runs histories of one kind only; "list" names the kinds
          --world hostile    lifts the limits of the world
          --ledger sqlite    runs the real ledger on SQLite in addition to the model
          --known FILE       the violations that FILE lists do not fail the run
          --threads N        the number of histories that run at the same time (default 2)
          --no-shrink        reports violations without reducing their histories
          --first            stops at the first violation
          --break NAME       removes a safeguard from a copy of the sources and looks for the violation; "list" names them
          --limit S          how long --break searches (default 300 seconds)
        """;

    public int? Seeds { get; init; }

    public ulong From { get; init; } = 1;

    public double? Minutes { get; init; }

    public ulong? Seed { get; init; }

    public bool Trace { get; init; }

    public bool Shrink { get; init; }

    public bool DoesNotShrink { get; init; }

    public string? Known { get; init; }

    public int Threads { get; init; } = 2;

    public bool EndsAtFirst { get; init; }

    public string? Break { get; init; }

    public int Limit { get; init; } = 300;

    public bool ListsProfiles { get; init; }

    public HistoryOptions Options { get; init; } = new();

    /// <summary>The options as command-line text, for a command that repeats a history.</summary>
    public string Repeat => string.Concat(
        Options.Profile is { } profile ? $" --profile {profile}" : "",
        Options.IsHostile ? " --world hostile" : "",
        Options.WithSqlite ? " --ledger sqlite" : "");

    /// <exception cref="FormatException">An argument is not valid; the message names it.</exception>
    public static Arguments Parse(IReadOnlyList<string> words)
    {
        var parsed = new Arguments();
        for (var at = 0; at < words.Count; at++)
        {
            string Value() => ++at < words.Count ? words[at] : throw new FormatException($"{words[at - 1]} needs a value.");
            parsed = words[at] switch
            {
                "--seeds" => parsed with { Seeds = (int)Number(Value()) },
                "--from" => parsed with { From = Value() is var from && from == "fresh" ? Fresh() : Number(from) },
                "--minutes" => parsed with { Minutes = double.Parse(Value(), CultureInfo.InvariantCulture) },
                "--seed" => parsed with { Seed = Number(Value()) },
                "--trace" => parsed with { Trace = true },
                "--shrink" => parsed with { Shrink = true },
                "--no-shrink" => parsed with { DoesNotShrink = true },
                "--profile" => Value() is var profile && profile == "list"
                    ? parsed with { ListsProfiles = true }
                    : parsed with { Options = parsed.Options with { Profile = profile } },
                "--world" => Value() is "hostile" ? parsed with { Options = parsed.Options with { IsHostile = true } } : throw new FormatException("--world accepts only \"hostile\"."),
                "--ledger" => Value() is "sqlite" ? parsed with { Options = parsed.Options with { WithSqlite = true } } : throw new FormatException("--ledger accepts only \"sqlite\"."),
                "--known" => parsed with { Known = Value() },
                "--threads" => parsed with { Threads = (int)Number(Value()) },
                "--first" => parsed with { EndsAtFirst = true },
                "--break" => parsed with { Break = Value() },
                "--limit" => parsed with { Limit = (int)Number(Value()) },
                var word => throw new FormatException($"{word} is not an option."),
            };
        }

        return parsed;
    }

    /// <summary>Returns a first seed that was probably never run: the current time in microseconds.</summary>
    private static ulong Fresh() => (ulong)TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000;

    private static ulong Number(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"{text} is not a number.");
}
