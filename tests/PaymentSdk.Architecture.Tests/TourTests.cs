using System.Text.RegularExpressions;
using PaymentSdk.Tests.Architecture;

namespace PaymentSdk.Architecture.Tests;

/// <summary>The files that docs/tour.md and CONTRIBUTING.md name exist.</summary>
public sealed partial class TourTests
{
    private static readonly string Tour = Read("docs/tour.md");

    [Theory]
    [InlineData("docs/tour.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Every_file_that_is_named_exists(string page)
    {
        var named = SourceFile().Matches(Read(page)).Select(match => match.Groups["path"].Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.Empty(Lost(named));
    }

    [Fact]
    public void A_file_that_does_not_exist_is_found() =>
        Assert.Equal(["src/PaymentSdk/Gone.cs"], Lost(["src/PaymentSdk/Api/PaymentClient.cs", "src/PaymentSdk/Gone.cs", "src/PaymentSdk"]));

    [Fact]
    public void A_confirm_takes_at_most_14_files_and_each_has_one_sentence()
    {
        var steps = Section("A confirm, from the browser to the gateway and back").Split('\n').Where(line => Step().IsMatch(line)).ToList();

        Assert.InRange(steps.Count, 5, 14);
        Assert.Equal(steps.Count, steps.Select(step => SourceFile().Match(step).Groups["path"].Value).Distinct().Count());
        Assert.All(steps, step => Assert.Matches(@"^\d+\. `[^`]+`: [^.]*(?:\.(?! )[^.]*)*\.$", step));
    }

    [Theory]
    [InlineData("A refund")]
    [InlineData("Recovery")]
    public void A_refund_and_a_recovery_stand_beside_it(string heading) =>
        Assert.InRange(Section(heading).Split('\n').Count(line => Step().IsMatch(line)), 3, 8);

    [Fact]
    public void The_tour_begins_where_payments_are_mapped_and_reaches_the_wire_before_the_second_commit()
    {
        var confirm = Section("A confirm, from the browser to the gateway and back");
        int At(string file) => confirm.IndexOf(file, StringComparison.Ordinal);

        Assert.True(At("PaymentEndpointRouteBuilderExtensions.cs") >= 0);
        Assert.True(At("PaymentEndpointRouteBuilderExtensions.cs") < At("CheckoutProcess.cs"));
        Assert.True(At("CheckoutProcess.cs") < At("PaymentPipeline.cs"));
        Assert.True(At("PaymentPipeline.cs") < At("OutcomeRecorder.cs"));
    }

    private static List<string> Lost(IEnumerable<string> named) =>
        [.. named.Where(path => !File.Exists(Path.Combine(Repository.Root, path)) && !Directory.Exists(Path.Combine(Repository.Root, path)))];

    private static string Section(string heading) => Tour.Split($"## {heading}\n")[1].Split("\n## ")[0];

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"`(?<path>(?:src|tests|samples|eng|docs|benchmarks)/[\w./-]+)`")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"^\d+\. `")]
    private static partial Regex Step();
}
