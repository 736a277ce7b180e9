using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The host does not start with a secret that a page could download. The message names the file and never the secret.</summary>
public sealed class PublishedSecretTests : IDisposable
{
    private const string Secret = "test_gsk_fake_shop";
    private const string Previous = "test_gsk_fake_previous";
    private const string Other = "test_sk_fake_second_shop";
    private static readonly string SecurityKey = string.Concat(Enumerable.Repeat("fakefa0e", 8)).Replace('k', 'b');

    private readonly string _root = Directory.CreateTempSubdirectory("web-root-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("a script", "js/app.js", Secret, "Payment:SecretKey")]
    [InlineData("a module deep below", "a/b/c/d/app.mjs", Secret, "Payment:SecretKey")]
    [InlineData("a page", "index.html", Secret, "Payment:SecretKey")]
    [InlineData("a source map", "js/app.js.map", Secret, "Payment:SecretKey")]
    [InlineData("settings", "appsettings.json", Secret, "Payment:SecretKey")]
    [InlineData("a file of the environment", ".env", Secret, "Payment:SecretKey")]
    [InlineData("a file of one environment", "app/.env.production", Secret, "Payment:SecretKey")]
    [InlineData("a name in capitals", "NOTES.TXT", Secret, "Payment:SecretKey")]
    [InlineData("a previous secret", "js/app.js", Previous, "Payment:PreviousSecretKeys")]
    [InlineData("the secret of another registration", "js/app.js", Other, "Payment:second:SecretKey")]
    public async Task Host_does_not_start_with_a_secret_in(string what, string file, string secret, string setting)
    {
        Assert.NotEmpty(what);
        Write(file, $"const key = '{secret}';");

        await RefusedAsync(file, setting);
    }

    [Fact]
    public async Task A_security_key_is_a_secret_in_capitals_or_not()
    {
        Write("js/app.js", $"const key = '{SecurityKey.ToLowerInvariant()}';");

        await RefusedAsync("js/app.js", "Payment:SecurityKeys");
    }

    [Fact]
    public async Task A_header_that_holds_the_secret_is_the_secret()
    {
        Write("js/app.js", $"headers: {{ Authorization: 'Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret + ":"))}' }}");

        await RefusedAsync("js/app.js", "Payment:SecretKey");
    }

    [Fact]
    public async Task The_secret_of_one_of_many_registrations_is_found()
    {
        Write("index.html", "nothing to see");
        await using (await StartAsync(shops: 10))
        {
        }

        Write("js/app.js", new string('x', 70_000) + "test_sk_fake_shop_number_7;");
        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(shops: 10));
        Assert.Contains("Payment:shop-7:SecretKey", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_in_UTF_16_is_read()
    {
        Write("index.html", $"<p>{Secret}</p>", Encoding.Unicode);

        await RefusedAsync("index.html", "Payment:SecretKey");
    }

    [Theory]
    [InlineData(64 * 1024 - 9)]
    [InlineData(64 * 1024)]
    [InlineData(3 * 1024 * 1024)]
    public async Task A_secret_behind_much_text_is_found(int before)
    {
        Write("js/bundle.js", new string('x', before) + Secret);

        await RefusedAsync("js/bundle.js", "Payment:SecretKey");
    }

    [Fact]
    public async Task A_secret_behind_the_link_of_a_file_is_found_and_folders_that_lead_in_a_circle_are_not_followed()
    {
        Directory.CreateDirectory(Path.Combine(_root, "a"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "a", "circle"), _root);
        using var elsewhere = new TemporaryFile($"key = '{Secret}'");
        await using (await StartAsync())
        {
        }

        File.CreateSymbolicLink(Path.Combine(_root, "a", "app.js"), elsewhere.Path);
        await RefusedAsync("a/app.js", "Payment:SecretKey");
    }

    [Fact]
    public async Task A_file_without_a_secret_without_text_or_without_access_does_not_stop_the_host()
    {
        Write("index.html", "<script>const clientKey = 'test_gck_fake_shop'; // never the test_gsk_ one</script>");
        Write("images/photo.png", Secret);
        Write("js/locked.js", "let it = 1;");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(_root, "js", "locked.js"), UnixFileMode.None);
        File.CreateSymbolicLink(Path.Combine(_root, "js", "nowhere.js"), Path.Combine(_root, "gone.js"));
        using var pipe = Process.Start("mkfifo", Path.Combine(_root, "js", "pipe.js"));
        await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);

        await using var host = await StartAsync();

        Assert.DoesNotContain(host.Log.Messages, message => message.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_web_root_that_is_missing_stops_nothing()
    {
        await using var host = await StartAsync(Path.Combine(_root, "none"));
    }

    [Fact]
    public async Task A_web_root_with_more_files_than_are_searched_is_reported_in_one_warning()
    {
        for (var file = 0; file <= 2_000; file++)
            Write($"{file}.txt", "uploaded");

        await using var host = await StartAsync();

        var logged = Assert.Single(host.Log.Messages, message => message.Level >= LogLevel.Warning);
        Assert.Equal(1115, logged.EventId);
        Assert.Contains(_root, logged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_the_place_of_the_client_key_stops_the_host()
    {
        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => PaymentHost.StartAsync(options => options.ClientKey = Secret));

        Assert.Contains("this is a SECRET key", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, stopped.Message, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(string file, string setting)
    {
        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync());

        Assert.Contains($"The value of {setting} is in {Path.Combine(Path.GetFileName(_root), file)},", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("issue a new key", stopped.Message, StringComparison.Ordinal);
        Assert.All((string[])[Secret, Previous, Other, SecurityKey], secret => Assert.DoesNotContain(secret, stopped.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    private Task<PaymentHost> StartAsync(string? root = null, int shops = 0) => PaymentHost.StartAsync(
        options =>
        {
            options.PreviousSecretKeys.Add(Previous);
            options.SecurityKeys.Add(SecurityKey);
        },
        builder =>
        {
            builder.Environment.WebRootPath = root ?? _root;
            builder.Services.AddPaymentSdk("second", options => (options.SecretKey, options.ClientKey) = (Other, "test_ck_fake_second_shop"));
            for (var shop = 0; shop < shops; shop++)
            {
                var number = shop;
                builder.Services.AddPaymentSdk($"shop-{number}", options => (options.SecretKey, options.ClientKey) = ($"test_sk_fake_shop_number_{number}", "test_ck_fake_shop"));
            }
        });

    private void Write(string file, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
