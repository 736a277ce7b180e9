using System.Globalization;
using PaymentSdk;

namespace CheckoutDemo.Commands;

/// <summary><c>doctor</c>: one line for each thing that is checked.</summary>
internal static class DoctorCommand
{
    public static ShopCommand Command { get; } = new(
        "doctor", ["[--timeout SECONDS]"], "Checks keys, settings, origins, headers, ledger, clock and API; each check has 10 seconds.", RunAsync);

    private static Task<int> RunAsync(WebApplication app, string[] arguments, TextWriter output)
    {
        var line = new CommandLine(arguments);
        var timeout = line.Option("timeout") is { } text ? Read(text) : (TimeSpan?)null;
        line.End();
        return app.RunPaymentDoctorAsync(output, timeout);
    }

    private static TimeSpan Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new CommandLineException($"--timeout is '{text}'; it must be a whole number of seconds from 1 to 3600.");
}
