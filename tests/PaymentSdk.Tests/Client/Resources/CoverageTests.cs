using System.Net;
using System.Reflection;
using System.Text;
using PaymentSdk.Api.Wire;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Architecture;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>
/// The coverage table of the README, generated from the routes of the client, the answers of the sandbox and the rows of these tests.
/// </summary>
public sealed class CoverageTests
{
    private const string Begin = "<!-- coverage: made from the code, CoverageTests fails when it differs -->\n";
    private const string End = "<!-- end of coverage -->";

    [Fact]
    public async Task The_table_of_both_readmes_matches_the_code()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = gateway.Address };
        var table = new StringBuilder("| endpoint | client | sandbox | test |\n|---|---|---|---|\n");
        foreach (var row in Operations.All)
        {
            var played = await IsPlayedAsync(http, row.Line, row.Body) ? "yes" : "no";
            table.Append($"| `{row.Line.Split(' ')[0]} {Route(row)}` | `{row.Method}` | {played} | `{Source(row)}` |\n");
        }

        Assert.False(await IsPlayedAsync(http, "POST /v1/payouts/sub-malls", "{}"));
        Assert.False(await IsPlayedAsync(http, "PUT /v1/payments/confirm", "{}"));
        var made = Path.Combine(AppContext.BaseDirectory, "coverage.md");
        await File.WriteAllTextAsync(made, table.ToString(), TestContext.Current.CancellationToken);
        foreach (var readme in new[] { "README.md", "README.ko.md" })
        {
            var shown = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, readme), TestContext.Current.CancellationToken)).Split(Begin)[^1].Split(End)[0];
            Assert.True(shown == table.ToString(), $"The coverage table of {readme} differs from the code. Copy {made} between its markers.");
        }
    }

    [Fact]
    public void Every_operation_of_the_client_has_a_row()
    {
        var rows = Operations.All.Select(row => $"{row.Line.Split(' ')[0]} {Route(row)}").ToHashSet();

        Assert.True(All().Count > 35);
        Assert.Empty(All().Select(operation => $"{operation.Method} {operation.Route}").Except(rows));
    }

    private static List<ApiOperation> All() => [.. typeof(IPaymentClient).Assembly.GetTypes()
        .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public))
        .Where(property => property.PropertyType == typeof(ApiOperation))
        .Select(property => (ApiOperation)property.GetValue(null)!)];

    /// <summary>Returns the route in the code that matches this row's request; if several do, the one with the fewest parameters.</summary>
    private static string Route(OperationRow row)
    {
        var (method, path) = (row.Line.Split(' ')[0], row.Line.Split(' ')[1].Split('?')[0].Split('/'));
        return All().Where(operation => operation.Method.Method == method)
            .Select(operation => operation.Route)
            .Where(route => Fits(route.Split('/'), path))
            .MinBy(route => route.Count(character => character == '{'))!;
    }

    private static bool Fits(string[] route, string[] path) =>
        route.Length == path.Length && route.Zip(path).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private static string Source(OperationRow row)
    {
        (string File, IReadOnlyList<OperationRow> Rows)[] files =
        [
            (nameof(PaymentOperations), PaymentOperations.Rows), (nameof(BillingOperations), BillingOperations.Rows), (nameof(AccountingOperations), AccountingOperations.Rows),
            (nameof(BrandPayRows), BrandPayRows.Rows), (nameof(PayoutRows), PayoutRows.Rows),
        ];
        return files.Single(file => file.Rows.Contains(row)).File;
    }

    private static async Task<bool> IsPlayedAsync(HttpClient http, string line, string? json)
    {
        using var request = new HttpRequestMessage(new HttpMethod(line.Split(' ')[0]), line.Split(' ')[1]);
        if (json is not null)
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        // Without a secret key, the sandbox answers 401 or 403 on a route that it implements, and 404 on any other.
        return response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
    }
}
