using System.Text.Json;
using PaymentSdk.CommandLine.Reports;

namespace PaymentSdk.CommandLine.Tests;

/// <summary>The formats of a report: a table for people, and CSV and JSON for spreadsheets and programs.</summary>
public sealed class ReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 5, 0, 0, TimeSpan.FromHours(9));

    private static ReconciliationReport Found { get; } = new()
    {
        Merchant = "",
        Range = ReconciliationRange.OfDay(new DateOnly(2026, 11, 22)),
        MadeAt = Now,
        Sums =
        [
            new ReconciliationSum { Method = "카드", Currency = Currency.Krw, OurCount = 2, Ours = 23_000, TheirCount = 3, Theirs = 30_000 },
            new ReconciliationSum { Method = "PayPal", Currency = Currency.Usd, OurCount = 1, Ours = 10.5m, TheirCount = 1, Theirs = 10.5m },
        ],
        Breaks =
        [
            new ReconciliationBreak
            {
                Merchant = "",
                TransactionKey = "=1+1",
                Kind = ReconciliationBreakKind.TheirsOnly,
                Day = new DateOnly(2026, 11, 22),
                OrderId = "order, \"one\"",
                PaymentKey = "tgen_x",
                Theirs = 7_000,
                Currency = Currency.Krw,
                Detail = "No order has it.",
                Owner = "김",
                OpenedAt = Now.AddHours(-50),
            },
        ],
        MovementsAdded = 1,
        Repaired = [OrderId.Parse("order-repaired")],
    };

    [Fact]
    public void The_table_has_columns_that_stand_under_each_other_also_with_hangul()
    {
        var lines = Written(ReconciliationFormat.Table).Split(Environment.NewLine);

        Assert.Equal("Reconciliation, 2026-11-22 to 2026-11-22, days in Asia/Seoul", lines[0]);
        Assert.Equal("Method  Currency  Our lines  Our sum  Theirs  Their sum  Difference", lines[2]);
        Assert.Equal("카드    KRW               2   23,000       3     30,000      -7,000", lines[3]);
        Assert.Equal("PayPal  USD               1    10.50       1      10.50           0", lines[4]);
        Assert.Contains(lines, line => line.StartsWith("theirs-only", StringComparison.Ordinal) && line.Contains("7,000", StringComparison.Ordinal) && line.Contains("2 d", StringComparison.Ordinal));
        Assert.Contains("1 discrepancy is open.", lines);
    }

    [Fact]
    public void The_csv_has_one_header_quotes_special_characters_and_contains_no_formula()
    {
        var lines = Written(ReconciliationFormat.Csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(5, lines.Length);
        Assert.Equal(19, lines[0].Split(',').Length);
        Assert.Equal("sum,,2026-11-22,2026-11-23,카드,KRW,2,23000,3,30000,-7000,,,,,,,,", lines[1]);
        Assert.Equal("break,,2026-11-22,2026-11-23,,KRW,,,,7000,-7000,theirs-only,2026-11-22,'=1+1,\"order, \"\"one\"\"\",tgen_x,50,김,No order has it.", lines[3]);
        Assert.StartsWith("total,", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_json_line_is_an_object_with_its_type()
    {
        var lines = Written(ReconciliationFormat.JsonLines).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(["sum", "sum", "break", "total"], lines.Select(line => line.GetProperty("record").GetString()));
        Assert.Equal(10.5m, lines[1].GetProperty("theirs").GetDecimal());
        Assert.Equal("=1+1", lines[2].GetProperty("transactionKey").GetString());
        Assert.Equal(JsonValueKind.Null, lines[2].GetProperty("ours").ValueKind);
        Assert.Equal("order-repaired", lines[3].GetProperty("repaired")[0].GetString());
    }

    private static string Written(ReconciliationFormat format)
    {
        using var text = new StringWriter();
        Reports.Report.Write(Found, text, format);
        return text.ToString();
    }
}
