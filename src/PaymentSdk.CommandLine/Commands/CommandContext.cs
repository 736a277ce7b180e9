using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.CommandLine.Reports;
using PaymentSdk.Values;

namespace PaymentSdk.CommandLine.Commands;

/// <summary>The host, the registration and the output of a command.</summary>
internal sealed record CommandContext(IHost Host, string Merchant, bool AsJson, TextWriter Output)
{
    /// <summary>The current time of the host's clock.</summary>
    public DateTimeOffset Now => (Host.Services.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow();

    /// <summary>The current day in Asia/Seoul.</summary>
    public DateOnly Today => KoreanTime.DayOf(Now);

    /// <summary>Returns a service of the registration.</summary>
    /// <exception cref="CommandFault">The host has no such registration.</exception>
    public T Get<T>()
        where T : class => Find<T>() ?? throw new CommandFault(Merchant.Length == 0
            ? "This host has no default registration with a ledger. Name the registration: --merchant <name>."
            : $"This host has no registration '{Merchant}' with a ledger. --merchant is the name that AddPaymentSdk was called with.");

    /// <summary>Returns a service of the registration; null if there is none.</summary>
    public T? Find<T>()
        where T : class => (Merchant.Length == 0 ? Host.Services.GetService<T>() : null) ?? Host.Services.GetKeyedService<T>(Merchant);

    /// <summary>Writes one JSON object on a line with <c>--json</c>, and the text otherwise.</summary>
    public void Write(Action<JsonLine> json, Action<TextWriter> text)
    {
        if (AsJson)
            JsonLine.Write(Output, json);
        else
            text(Output);
    }

    /// <summary>Writes the summary after a list. It is left out with <c>--json</c>, so that every line is an object of the list.</summary>
    public void WriteSum(string text)
    {
        if (!AsJson)
            Output.WriteLine(text);
    }

    /// <summary>Writes the result of an action.</summary>
    public int Told(string result, string text, int exitCode, Action<JsonLine>? more = null)
    {
        Write(
            json =>
            {
                json.Text("result", result);
                more?.Invoke(json);
                json.Text("message", text);
            },
            output => output.WriteLine(text));
        return exitCode;
    }
}
