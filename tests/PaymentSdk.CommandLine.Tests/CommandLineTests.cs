namespace PaymentSdk.CommandLine.Tests;

/// <summary>The output for a command line that requests help or contains a mistake.</summary>
public sealed class CommandLineTests(MigratedShop shop) : IClassFixture<MigratedShop>
{
    [Theory]
    [InlineData("reconcil", "There is no command 'reconcil'. Did you mean reconcile?")]
    [InlineData("atention --json", "There is no command 'atention'. Did you mean attention?")]
    [InlineData("--attention", "There is no option '--attention' here. A command is written without dashes: attention.")]
    [InlineData("--migrate --json", "A command is written without dashes: migrate.")]
    [InlineData("-doctor", "A command is written without dashes: doctor.")]
    [InlineData("xyz", "There is no command 'xyz'.")]
    [InlineData("breaks asign key --who kim", "Did you mean assign?")]
    [InlineData("attention --marchant b", "There is no option '--marchant' here. Did you mean --merchant?")]
    [InlineData("attention --jsn", "Did you mean --json?")]
    [InlineData("attention --merchant", "--merchant")]
    [InlineData("attention --merchant nobody", "This host has no registration 'nobody' with a ledger.")]
    [InlineData("attention too much", "'too' is not understood here.")]
    [InlineData("reconcile 22.11.2026", "'22.11.2026' is not a day. Write it as 2026-11-22.")]
    [InlineData("reconcile 2026-2-3", "'2026-2-3' is not a day.")]
    [InlineData("reconcile 2026-02-30", "'2026-02-30' is not a day.")]
    [InlineData("reconcile --until 2026-11-20", "--until needs --from.")]
    [InlineData("reconcile 2026-11-20 --from 2026-11-20", "Give either a day or --from, not both.")]
    [InlineData("reconcile --from 2026-11-20 --until 2026-11-20", "the end date excludes its day")]
    [InlineData("reconcile --from 9999-12-31", "it must not be after today")]
    [InlineData("reconcile 2026-11-20 --format xml", "The format 'xml' is not one of table, csv, jsonl.")]
    [InlineData("reconcile 2026-11-20 --format csv --json", "--json is the format jsonl.")]
    [InlineData("resolve order-1234567 aproved --who kim --why x", "Did you mean approved?")]
    [InlineData("resolve order-1234567 approved --who kim", "--why")]
    [InlineData("resolve ! approved --who kim --why x", "'!' is not an order id:")]
    [InlineData("resolve order-1234567 refunded-by-hand --who kim --why x --amount 15,000", "--amount is '15,000'; write a number above 0")]
    [InlineData("resolve order-1234567 refunded-by-hand --who kim --why x --amount=-5", "--amount is '-5'")]
    [InlineData("events skip 17 --who kim --why x", "'17' is not an event id")]
    [InlineData("doctor --timeout 0", "--timeout is '0'; write a whole number of seconds from 1 to 3600.")]
    [InlineData("order", "id")]
    [InlineData("help atention", "Did you mean attention?")]
    public async Task A_misspelled_argument_is_reported_with_a_suggestion(string line, string reported)
    {
        var answer = await shop.Process.RunAsync(line);

        Assert.True(answer.ExitCode == 2, $"{answer.ExitCode}: {answer.Output}{answer.Error}");
        Assert.Equal("", answer.Output);
        Assert.Contains(reported, answer.Error, StringComparison.Ordinal);
        Assert.Contains("--help", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task Help_names_every_command_and_the_exit_codes(string line)
    {
        var answer = await shop.Process.RunAsync(line);

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        foreach (var command in new[] { "attention", "resolve", "reconcile", "breaks", "events", "purge", "doctor", "migrate", "order", "Exit codes: 0 done" })
            Assert.Contains(command, answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resolve --help", "--without-query")]
    [InlineData("help breaks assign", "<transactionKey>")]
    [InlineData("events skip -h", "--why")]
    public async Task Help_of_a_command_lists_its_arguments(string line, string reported)
    {
        var answer = await shop.Process.RunAsync(line);

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Contains(reported, answer.Output, StringComparison.Ordinal);
    }
}
