using System.CommandLine;
using PaymentSdk.CommandLine.Parsing;
using PaymentSdk.CommandLine.Reports;

namespace PaymentSdk.CommandLine.Commands;

/// <summary><c>doctor</c>: prints one line for each check.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandRun run)
    {
        var timeout = CommandOptions.Seconds("--timeout", "How long each check may take, from 1 to 3600. Default: 10.");
        var firstContact = new Option<bool>("--first-contact") { Description = "Asks the API, with test keys, for each fact that its documentation leaves open, and prints a report for an issue. Charges nothing." };
        var merchant = CommandOptions.Merchant();
        merchant.Description = "With --first-contact: the registration whose test keys are used. Default: the one without a name.";
        var command = new Command("doctor", "Checks keys, settings, ledger, clock and API of every registration, and what the host adds: origins, page headers, addresses.") { timeout, firstContact, merchant };
        run.Handle(
            command,
            (line, context, cancellationToken) => line.GetValue(firstContact)
                ? FirstContactReport.RunAsync(line.GetValue(timeout), context, cancellationToken)
                : RunAsync(line.GetValue(timeout), context, cancellationToken),
            merchant, isChecked: false);
        return command;
    }

    private static async Task<int> RunAsync(TimeSpan? timeout, CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Merchant.Length > 0)
            throw new CommandFault("--merchant needs --first-contact: the doctor checks every registration.");
        if (!context.AsJson)
            return await context.Host.RunPaymentDoctorAsync(context.Output, timeout, cancellationToken).ConfigureAwait(false);
        var results = await context.Host.ExaminePaymentsAsync(timeout, cancellationToken).ConfigureAwait(false);
        foreach (var result in results)
        {
            JsonLine.Write(context.Output, json =>
            {
                json.Text("name", result.Name);
                json.Text("state", StateOf(result.State));
                json.Text("finding", result.Finding);
                json.Text("advice", result.Advice);
            });
        }

        return results.Any(result => result.State == PaymentCheckState.Fault) ? ExitCode.Open : ExitCode.Done;
    }

    private static string StateOf(PaymentCheckState state) => state switch
    {
        PaymentCheckState.Ok => "ok",
        PaymentCheckState.Warning => "warning",
        _ => "fault",
    };
}
