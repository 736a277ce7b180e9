using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>The doctor's report on the ledger of a host that was not started.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("ledger-doctor-");

    private string File => Path.Combine(_directory.FullName, "ledger.db");

    [Fact]
    public async Task An_unmigrated_ledger_is_a_fault_and_no_file_is_created()
    {
        Assert.Matches(@"(?m)^fault +ledger .*MigrateAtStart = true", await ExamineAsync(migrate: false));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task An_empty_file_is_behind()
    {
        System.IO.File.Create(File).Dispose();

        Assert.Matches(@"(?m)^fault +ledger .*_Initial.* not applied", await ExamineAsync(migrate: false));
        Assert.Matches(@"(?m)^ok +ledger .*_Initial.*; the host migrates them when it starts", await ExamineAsync(migrate: true));
    }

    [Fact]
    public async Task A_file_that_is_not_a_database_is_a_fault()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 4096), TestContext.Current.CancellationToken);

        Assert.Matches(@"(?m)^fault +ledger .*cannot be used", await ExamineAsync(migrate: true));
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_a_fault()
    {
        Directory.CreateDirectory(File);

        Assert.Matches(@"(?m)^fault +ledger .*cannot be used.*may write to it", await ExamineAsync(migrate: true));
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead, "644", "can read orders")]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, "660", "can read or change orders")]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, null, "")]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, null, "")]
    public async Task A_file_with_wide_rights_is_named_by_the_doctor_and_at_start(UnixFileMode rights, string? named, string what)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not use Unix file modes.");
        using var lines = new LogLines();
        System.IO.File.Create(File).Dispose();
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File, rights);

        var report = await ExamineAsync(migrate: true);
        await using (await LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger(database => database.UseSqlite($"Data Source={File};Pooling=False"), ledger => ledger.MigrateAtStart = true),
            builder => builder.Logging.AddProvider(lines)))
        {
        }

        foreach (var reported in (string[])[report, string.Join('\n', lines.All)])
        {
            if (named is null)
                Assert.DoesNotContain("has the rights", reported, StringComparison.Ordinal);
            else
                Assert.Matches($@"The SQLite file has the permissions {named}: other users of this machine {what} .*chmod 600 {System.Text.RegularExpressions.Regex.Escape(File)}\*", reported);
        }
    }

    [Fact]
    public async Task A_check_of_the_host_that_quotes_a_secret_is_wiped_of_it()
    {
        var report = await ExamineAsync(migrate: true, services => services.AddSingleton<IPaymentCheck, TalkativeCheck>());

        Assert.Matches(@"(?m)^fault +talkative .*InvalidOperationException\): key \*\*\* was refused", report);
        Assert.DoesNotContain("test_gsk_fake_shop", report, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private async Task<string> ExamineAsync(bool migrate, Action<IServiceCollection>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddPaymentSdk(options =>
        {
            options.SecretKey = "test_gsk_fake_shop";
            options.ClientKey = "test_gck_fake_shop";
            options.ApiBaseAddress = "nowhere";
        }).AddEntityFrameworkLedger(database => database.UseSqlite($"Data Source={File};Pooling=False"), ledger => ledger.MigrateAtStart = migrate);
        more?.Invoke(builder.Services);
        using var host = builder.Build();
        var report = new StringWriter();
        await host.RunPaymentDoctorAsync(report, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        return report.ToString();
    }

    private sealed class TalkativeCheck : IPaymentCheck
    {
        public string Name => "talkative";

        public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken) =>
            throw new InvalidOperationException("key test_gsk_fake_shop\nwas refused");
    }
}
