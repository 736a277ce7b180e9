namespace PaymentSdk.Sandbox.Hosting;

/// <summary>Runs the gateway as a standalone program.</summary>
internal static class CommandLine
{
    private const string _help = """
        A stateful sandbox of the Toss Payments API, window and script (unofficial). It takes no money.

        Usage: dotnet run --project src/PaymentSdk.Sandbox -- [options]

          --urls <address[;address]>   where to listen, http only; default http://localhost:5180
          --secret-key <key>           a shop's secret key (test_gsk_… or test_sk_…), followed by
          --client-key <key>           its client key (test_gck_… or test_ck_…); repeat both for more shops
          --webhook-url <address>      where webhooks are posted; default the environment variable Sandbox__WebhookUrl
          --merchant-origin <origin>   whose pages may open windows, e.g. https://myshop.com; repeat for more.
                                       Without it any page may
          --control-token <token>      what callers of the controls under /sandbox have to send; default the environment variable
                                       Sandbox__ControlToken. Without it they answer this machine only, and a proxy on this
                                       machine opens them to everyone who reaches it. Needed on any address that is not loopback
          --public-address <address>   where browsers reach the sandbox, when that is not one of --urls
          --security-key <hex>         64 hex characters for payouts and their signatures, of every shop; repeat it for a second one
          --help                       this text

        Without keys the shops are test_gsk_fake_shop / test_gck_fake_shop (widget)
        and test_sk_fake_shop / test_ck_fake_shop (payment window).
        """;

    /// <param name="args">The command-line arguments.</param>
    /// <param name="webhookUrl">The webhook URL, unless the arguments set another one; null for none.</param>
    /// <param name="output">The writer for the program's output.</param>
    /// <param name="errors">The writer for error messages.</param>
    /// <param name="controlToken">The control token, unless the arguments set another one; null for none.</param>
    public static async Task<int> RunAsync(string[] args, string? webhookUrl, TextWriter output, TextWriter errors, string? controlToken = null)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await output.WriteLineAsync(_help).ConfigureAwait(false);
            return 0;
        }

        try
        {
            var gateway = await SandboxGateway.StartAsync(options =>
            {
                options.WebhookUrl = webhookUrl;
                options.ControlToken = controlToken;
                Apply(args, options);
            }).ConfigureAwait(false);
            await using var closing = gateway.ConfigureAwait(false);
            await output.WriteLineAsync($"Sandbox gateway on {string.Join(", ", gateway.Addresses)} (no money moves). Press Ctrl+C to stop it.").ConfigureAwait(false);
            await output.WriteLineAsync($"Known client keys: {string.Join(", ", gateway.ClientKeys)}").ConfigureAwait(false);
            await output.WriteLineAsync(gateway.AsksForControlToken
                ? "Controls: the token is required."
                : "Controls: open to this machine without a token. A proxy on this machine opens them to others; --control-token prevents this.").ConfigureAwait(false);
            if (gateway.WebhookUrl is { } webhooks)
                await output.WriteLineAsync($"Webhooks go to: {webhooks}").ConfigureAwait(false);
            await gateway.WaitForShutdownAsync(CancellationToken.None).ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            await errors.WriteLineAsync(e.Message).ConfigureAwait(false);
            await errors.WriteLineAsync("Run with --help to see the options.").ConfigureAwait(false);
            return 2;
        }
    }

    private static void Apply(string[] args, SandboxOptions options)
    {
        options.OwnsProcess = true;
        options.Urls = ["http://localhost:5180"];
        var secrets = new List<string>();
        var clients = new List<string>();
        var securities = new List<string>();
        var origins = new List<string>();
        foreach (var (name, value) in Pairs(args))
        {
            switch (name)
            {
                case "--urls":
                    options.Urls = value.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                    break;
                case "--webhook-url":
                    options.WebhookUrl = value;
                    break;
                case "--control-token":
                    options.ControlToken = value;
                    break;
                case "--public-address":
                    options.PublicAddress = value;
                    break;
                case "--security-key":
                    securities.Add(value);
                    break;
                case "--secret-key":
                    secrets.Add(value);
                    break;
                case "--client-key":
                    clients.Add(value);
                    break;
                case "--merchant-origin":
                    origins.Add(value);
                    break;
                default:
                    throw new ArgumentException($"'{name}' is not an option.");
            }
        }

        if (secrets.Count != clients.Count)
            throw new ArgumentException($"Give the same number of --secret-key and --client-key: {secrets.Count} and {clients.Count} were given.");
        if (secrets.Count > 0)
            options.Keys = [.. secrets.Zip(clients, (secret, client) => new SandboxKeyPair(secret, client))];
        if (securities.Count > 0)
            options.Keys = [.. options.Keys.Select(pair => pair with { SecurityKeys = securities })];
        options.Keys = [.. options.Keys.Select(pair => pair with { MerchantOrigins = origins })];
    }

    /// <summary>Splits the arguments into pairs, from both <c>--name value</c> and <c>--name=value</c>.</summary>
    private static IEnumerable<(string Name, string Value)> Pairs(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i].Split('=', 2) is [var name, var value])
                yield return (name, value);
            else
                yield return (args[i], i + 1 < args.Length ? args[++i] : throw new ArgumentException($"{args[i]} needs a value."));
        }
    }
}
