using System.Diagnostics;
using System.Net;
using PaymentSdk.Sandbox.Hosting;

namespace PaymentSdk.Sandbox.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_lists_the_options()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains("--secret-key", output);
    }

    [Theory]
    [InlineData("'--foo' is not an option.", "--foo", "x")]
    [InlineData("--urls needs a value.", "--urls")]
    [InlineData("'x' is not an option.", "x", "y")]
    [InlineData("'https://localhost:5' is not an address", "--urls", "https://localhost:5")]
    [InlineData("Give the same number of --secret-key and --client-key: 1 and 0", "--secret-key", "test_sk_fake_shop")]
    [InlineData("'https://myshop.com/pay' is not an origin", "--merchant-origin", "https://myshop.com/pay")]
    [InlineData("SecurityKeys must have one or two keys of 64 hexadecimal characters", "--security-key", "5555")]
    [InlineData("'shop/hook' is not an address for webhooks", "--webhook-url", "shop/hook")]
    [InlineData("Other machines can reach the sandbox at http://0.0.0.0:0, and its controls have no token. Give one (--control-token", "--urls", "http://0.0.0.0:0")]
    [InlineData("Other machines can reach the sandbox", "--urls", "http://localhost:0;http://*:0")]
    [InlineData("The control token must have 8 to 200 characters", "--control-token", "a b")]
    [InlineData("'sandbox.myshop.com' is not a public address", "--public-address", "sandbox.myshop.com")]
    [InlineData("takes test keys only", "--secret-key", "live_sk_fake_shop", "--client-key", "live_ck_fake_shop")]
    public async Task Wrong_arguments_are_explained_without_showing_a_secret(string expected, params string[] args)
    {
        var (code, output, errors) = await RunAsync(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, errors);
        Assert.DoesNotContain("sk_fake_shop", errors);
    }

    [Fact]
    public async Task Program_serves_the_shops_it_was_given_and_prints_its_address_but_no_secret()
    {
        using var program = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [
                typeof(SandboxGateway).Assembly.Location, "--urls=http://127.0.0.1:0",
                "--secret-key", "test_sk_fake_one", "--client-key", "test_ck_fake_one",
                "--secret-key", "test_gsk_fake_two", "--client-key", "test_gck_fake_two",
                "--merchant-origin", "https://myshop.com", "--merchant-origin=https://m.myshop.com"])
            {
                RedirectStandardOutput = true,
            },
        };
        program.Start();
        try
        {
            var banner = await program.StandardOutput.ReadLineAsync(TestGateway.Token);
            var address = new Uri(banner!.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)));
            using var client = new HttpClient { BaseAddress = address };
            client.DefaultRequestHeaders.Add("Authorization", $"Basic {TestGateway.Basic("test_gsk_fake_two:")}");

            using var response = await client.GetAsync("/v1/payments/tgen_none", TestGateway.Token);

            using var window = await client.GetAsync("/window?clientKey=test_gck_fake_two", TestGateway.Token);

            Assert.EndsWith("; frame-ancestors https://myshop.com https://m.myshop.com", window.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("NOT_FOUND_PAYMENT", (await Answer.OfAsync(response))["code"]);
            Assert.DoesNotContain("sk_fake", banner);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(TestGateway.Token);
        }
    }

    [Theory]
    [InlineData("--control-token", "obviously-fake-token")]
    [InlineData("--control-token=obviously-fake-token", "")]
    public async Task Program_requires_the_configured_control_token_and_does_not_print_it(params string[] option)
    {
        using var program = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [typeof(SandboxGateway).Assembly.Location, "--urls=http://127.0.0.1:0", .. option.Where(part => part.Length > 0)]) { RedirectStandardOutput = true },
        };
        program.Start();
        try
        {
            var lines = new List<string>();
            while (!lines.Exists(line => line.StartsWith("Controls:", StringComparison.Ordinal)))
                lines.Add((await program.StandardOutput.ReadLineAsync(TestGateway.Token))!);
            using var client = new HttpClient { BaseAddress = new Uri(lines[0].Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal))) };

            using var stranger = await client.GetAsync("/sandbox/payments", TestGateway.Token);
            client.DefaultRequestHeaders.Add("Authorization", "Bearer obviously-fake-token");
            using var tester = await client.GetAsync("/sandbox/payments", TestGateway.Token);

            Assert.Equal((401, 200), ((int)stranger.StatusCode, (int)tester.StatusCode));
            Assert.DoesNotContain("obviously-fake-token", string.Join('\n', lines));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(TestGateway.Token);
        }
    }

    [Fact]
    public async Task Program_ends_at_SIGTERM_though_requests_hang()
    {
        using var program = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [typeof(SandboxGateway).Assembly.Location, "--urls=http://127.0.0.1:0"]) { RedirectStandardOutput = true },
        };
        program.Start();
        try
        {
            var banner = await program.StandardOutput.ReadLineAsync(TestGateway.Token);
            using var client = new HttpClient { BaseAddress = new Uri(banner!.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal))) };
            using var armed = await client.PutAsync(
                "/sandbox/faults", new StringContent("""[{"operation":"get","kind":"delay-after-work","delay":"00:05:00"}]""", null, "application/json"), TestGateway.Token);
            client.DefaultRequestHeaders.Add("Authorization", $"Basic {TestGateway.Basic("test_gsk_fake_shop:")}");
            var hanging = Enumerable.Range(0, 5).Select(_ => client.GetAsync("/v1/payments/tgen_none", TestGateway.Token)).ToArray();
            using var half = new System.Net.Sockets.TcpClient();
            await half.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port, TestGateway.Token);
            await half.GetStream().WriteAsync("POST /v1/payments/confirm HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{"u8.ToArray(), TestGateway.Token);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", TestGateway.Token)).StatusCode);

            using var term = Process.Start("kill", ["-TERM", $"{program.Id}"]);
            await program.WaitForExitAsync(TestGateway.Token).WaitAsync(TimeSpan.FromSeconds(20), TestGateway.Token);

            Assert.Equal(0, program.ExitCode);
            foreach (var request in hanging)
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => request);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(TestGateway.Token);
        }
    }

    [Fact]
    public async Task Address_in_use_is_named()
    {
        await using var shop = await TestGateway.StartAsync();

        var (code, _, errors) = await RunAsync("--urls", shop.Gateway.Address.ToString());

        Assert.Equal(2, code);
        Assert.Contains($"{shop.Gateway.Address.Port}", errors);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        var code = await CommandLine.RunAsync(args, webhookUrl: null, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
