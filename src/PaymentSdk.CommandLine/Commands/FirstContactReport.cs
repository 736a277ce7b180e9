using PaymentSdk.CommandLine.Reports;
using PaymentSdk.Doctor;

namespace PaymentSdk.CommandLine.Commands;

/// <summary><c>doctor --first-contact</c>: reports what the API does where its documentation is unclear, in a form that can be published.</summary>
internal static class FirstContactReport
{
    public static async Task<int> RunAsync(TimeSpan? timeout, CommandContext context, CancellationToken cancellationToken)
    {
        if (timeout is not null)
            throw new CommandFault("--timeout is for the checks. --first-contact waits 15 seconds for each answer; use only one of them.");
        if (FirstContact.Refusal(context.Host.Services, context.Merchant) is { } refused)
            return context.Told("refused", refused, ExitCode.Unavailable);
        var report = await FirstContact.RunAsync(context.Host.Services, context.Merchant, cancellationToken).ConfigureAwait(false);
        WriteHead(context, report);
        var width = report.Findings.Max(finding => finding.Fact.Id.Length);
        foreach (var finding in report.Findings)
            Write(context, finding, width);
        context.WriteSum(Sum(report));
        return report.Findings.All(finding => finding.State == ContactState.AsDocumented) ? ExitCode.Done : ExitCode.Open;
    }

    private static void WriteHead(CommandContext context, ContactReport report) => context.Write(
        json =>
        {
            json.Text("record", "first-contact");
            json.Moment("at", report.At);
            json.Text("version", report.Version);
            json.Text("keys", report.Keys);
            json.Flag("provider", report.IsProvider);
        },
        output => output.WriteLine(
            $"First contact of PaymentSdk {report.Version} with {(report.IsProvider ? "the payment API" : "an address that is not the payment API (a sandbox?)")}, test keys ({report.Keys}), {Words.IsoMoment(report.At)}\n"));

    private static void Write(CommandContext context, ContactFinding finding, int width) => context.Write(
        json =>
        {
            json.Text("record", "fact");
            json.Text("id", finding.Fact.Id);
            json.Text("state", Word(finding.State).Replace(' ', '-'));
            json.Text("asked", finding.Fact.Text);
            json.Text("expected", finding.Fact.Expected);
            json.Text("found", finding.Found);
            json.Text("traceId", finding.TraceId);
        },
        output => output.WriteLine(
            $"{Word(finding.State),-13}  {finding.Fact.Id.PadRight(width)}  {finding.Fact.Text}: {finding.Found}"
            + (finding.State == ContactState.AsDocumented ? "" : $" (expected: {finding.Fact.Expected}{(finding.TraceId is { } trace ? $"; trace {trace}" : "")})")));

    private static string Sum(ContactReport report)
    {
        int Count(ContactState state) => report.Findings.Count(finding => finding.State == state);
        return $"\n{Count(ContactState.AsDocumented)} as documented, {Count(ContactState.Differs)} different, {Count(ContactState.NotAnswered)} not answered. "
            + "Nothing was charged. This report contains no key, no merchant id and no payment. Please add it to an issue, even if everything is as documented.";
    }

    private static string Word(ContactState state) => state switch
    {
        ContactState.AsDocumented => "as documented",
        ContactState.Differs => "differs",
        _ => "not answered",
    };
}
