using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>Each operation over a socket, compared with docs/spec/payment-api.md: the request byte for byte, the answer member by member.</summary>
public sealed class OperationTests
{
    public static TheoryData<string> Names => Operations.Names;

    public static TheoryData<string> NamesWithAnswer => new(Operations.All.Where(row => row.Required.Length > 0 || row.Part.Length > 0).Select(row => row.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_request_is_the_one_of_the_fact_sheet(string name)
    {
        var row = Operations.Named(name);
        await using var wire = new OperationWire(row);

        await row.Call(wire.Shop.Client);

        var request = Assert.Single(wire.Server.Requests);
        Assert.Equal(row.Line + " HTTP/1.1", request.Line);
        Assert.Equal(Headers(row), request.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal(row.Token is null ? $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes(Shop.SecretKey + ":"))}" : $"Bearer {row.Token}", request.Headers["Authorization"]);
        if (row.Key is "*")
            Assert.Equal(36, request.Key!.Length);
        else
            Assert.Equal(row.Key, request.Key);
        if (row.Body is null)
            Assert.Equal("", request.Body);
        else
            Assert.Equal(Text(JsonNode.Parse(row.Body)), Text(JsonNode.Parse(wire.Opened(request))));
        Assert.Equal(
            row.IsSealed ? "text/plain" : row.Body is not null || row.SendsEmptyBody ? "application/json" : null,
            request.Headers.GetValueOrDefault("Content-Type"));
    }

    [Theory]
    [MemberData(nameof(NamesWithAnswer))]
    public async Task An_answer_with_every_member_is_read_in_full_and_written_identically(string name)
    {
        var row = Operations.Named(name);
        await using var wire = new OperationWire(row);

        var result = await row.Call(wire.Shop.Client);

        AssertHolds(row.Object(JsonElement.Parse(row.Answer!)), JsonSerializer.SerializeToElement(result, JsonSerializerOptions.Web), "$");
        AssertNothingUnknown(result);
    }

    [Theory]
    [MemberData(nameof(NamesWithAnswer))]
    public async Task Each_member_that_may_be_missing_may_be_absent_null_or_of_an_unknown_value(string name)
    {
        var row = Operations.Named(name);
        foreach (var member in row.Object(JsonElement.Parse(row.Answer!)).EnumerateObject().Select(member => member.Name))
        {
            if (row.Compared.Contains(member))
                continue;
            foreach (var value in row.Required.Contains(member) ? new[] { "\"WORD_OF_NEXT_YEAR\"" } : ["", "null", "\"WORD_OF_NEXT_YEAR\"", "{\"form\":[1]}"])
            {
                if (row.Required.Contains(member) && row.Object(JsonElement.Parse(row.Answer!)).GetProperty(member).ValueKind is not JsonValueKind.String)
                    continue;
                await using var wire = new OperationWire(row, Changed(row, member, value));
                // If these members were ignored, the state of the money would be misread, for example because a cancel is missing.
                if (row.Required.Contains("totalAmount") && (member, value) is ("cancels", ['"', ..] or ['{', ..]) or ("virtualAccount", ['"', ..]))
                {
                    Assert.Equal(PaymentFailureKind.Unknown, (await Assert.ThrowsAsync<PaymentException>(() => row.Call(wire.Shop.Client))).Kind);
                    continue;
                }

                var result = await row.Call(wire.Shop.Client);

                Assert.NotNull(result);
            }
        }
    }

    [Theory]
    [MemberData(nameof(NamesWithAnswer))]
    public async Task A_member_that_must_be_there_is_missed_by_name(string name)
    {
        var row = Operations.Named(name);
        foreach (var member in row.Required)
        {
            await using var wire = new OperationWire(row, Changed(row, member, "null"));

            var failure = await Assert.ThrowsAsync<PaymentException>(() => row.Call(wire.Shop.Client));

            Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
            Assert.Contains($"it has no {member}", failure.Message, StringComparison.Ordinal);
        }
    }

    private static string[] Headers(OperationRow row)
    {
        var names = new List<string> { "Accept", "Authorization", "Host" };
        if (row.Body is not null || row.SendsEmptyBody)
            names.AddRange(["Content-Length", "Content-Type"]);
        if (row.Key is not null)
            names.Add("Idempotency-Key");
        if (row.IsSealed)
            names.Add("TossPayments-api-security-mode");
        return [.. names.Order(StringComparer.OrdinalIgnoreCase)];
    }

    private static string Changed(OperationRow row, string member, string value)
    {
        var answer = JsonNode.Parse(row.Answer!)!;
        var part = answer;
        foreach (var step in row.Part.Split('.', StringSplitOptions.RemoveEmptyEntries))
            part = int.TryParse(step, out var index) ? part[index]! : part[step]!;
        if (value.Length == 0)
            part.AsObject().Remove(member);
        else
            part[member] = JsonNode.Parse(value);
        return answer.ToJsonString();
    }

    // Every expected member must be in the actual object with the same value; the actual object may have more (normalized values, nulls).
    private static void AssertHolds(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind is JsonValueKind.Null)
            return;
        Assert.True(expected.ValueKind == actual.ValueKind, $"{path}: {expected.ValueKind} became {actual.ValueKind}");
        if (expected.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in expected.EnumerateObject())
            {
                Assert.True(actual.TryGetProperty(member.Name, out var kept) || member.Value.ValueKind is JsonValueKind.Null, $"{path}.{member.Name} is lost");
                AssertHolds(member.Value, kept, $"{path}.{member.Name}");
            }
        }
        else if (expected.ValueKind is JsonValueKind.Array)
        {
            Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
            for (var index = 0; index < expected.GetArrayLength(); index++)
                AssertHolds(expected[index], actual[index], $"{path}[{index}]");
        }
        else if (expected.ValueKind is JsonValueKind.Number)
        {
            Assert.True(expected.GetDecimal() == actual.GetDecimal(), $"{path}: {expected} became {actual}");
        }
        else
        {
            Assert.True(expected.ToString() == actual.ToString(), $"{path}: {expected} became {actual}");
        }
    }

    private static void AssertNothingUnknown(object? value)
    {
        if (value is ApiObject known)
        {
            Assert.True(known.AdditionalMembers.Count == 0, $"{known.GetType().Name} does not know {string.Join(", ", known.AdditionalMembers.Keys)}");
            foreach (var member in known.GetType().GetProperties().Where(member => member.Name != nameof(ApiObject.AdditionalMembers)))
                AssertNothingUnknown(member.GetValue(known));
        }
        else if (value is System.Collections.IEnumerable rows and not string)
        {
            foreach (var row in rows)
                AssertNothingUnknown(row);
        }
    }

    private static string Text(JsonNode? node) => node!.ToJsonString();
}
