using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Jose;
using PaymentSdk.Api.Wire;
using PaymentSdk.Tests.Client;
using PaymentSdk.Tests.Client.Resources;
using PaymentSdk.Tests.Shared.Fuzzing;

namespace PaymentSdk.Tests.Fuzz;

/// <summary>
/// Thousands of mutated answers, which the client reads over a real socket. Each gives a value or a <see cref="PaymentException"/>, never
/// another exception.
/// </summary>
public sealed class ClientFuzzTests
{
    private const int PerSeed = 4_000;

    private static readonly OperationRow[] Rows = [.. Operations.All.Where(row => row.Answer is not null)];

    private static readonly string[] Errors =
    [
        """{"code":"REJECT_CARD_PAYMENT","message":"한도초과 혹은 잔액부족으로 결제에 실패했습니다."}""",
        """{"code":"NOT_FOUND_PAYMENT","message":"존재하지 않는 결제 정보 입니다.","data":null}""",
        """{"version":"2022-11-16","traceId":"t","entityType":"payout","error":{"code":"INVALID_REQUEST","message":"m"}}""",
        """{"code":"UNAUTHORIZED_KEY","message":"인증되지 않은 시크릿 키 혹은 클라이언트 키 입니다."}""",
    ];

    private static readonly string[] Heads =
    [
        "Content-Type: text/html; charset=euc-kr\r\n", "Content-Type: application/json; charset=utf-16\r\n", "Content-Type: application/json; charset=\"\r\n", "Content-Type: ;;;\r\n", "",
        "Content-Encoding: gzip\r\n", "Content-Encoding: br, gzip, what\r\n", "x-tosspayments-trace-id: \u00ff\u0001trace\r\n", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n",
        "Retry-After: 99999999999999999999\r\n", "Retry-After: -1\r\nDate: Fri, 31 Dec 9999 23:59:59 GMT\r\n", "Content-Type: application/json\r\nX: " + "y\r\n",
    ];

    [Fact]
    public Task Every_mutated_answer_is_a_value_or_a_known_failure() => FuzzSeeds.RunAsync(
        [101, 102, 103, 104],
        seed => RunAsync(seed, PerSeed),
        TestContext.Current.TestOutputHelper!.WriteLine,
        TestContext.Current.AddWarning);

    private static async Task<string> RunAsync(int seed, int count)
    {
        var mutator = new Mutator(seed);
        var answer = LoopbackHttp.Answer.Of(200, []);
        var sends = 0;
        await using var server = new LoopbackHttp(_ =>
        {
            Interlocked.Increment(ref sends);
            return answer;
        });
        await using var shop = new Shop(server.Address.ToString(), timings: options => options.FirstDelay = options.LongestDelay = TimeSpan.Zero, settings: options => options.SecurityKeys.Add(OperationWire.SecurityKey));
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var number = 0; number < count; number++)
        {
            var row = mutator.Pick(Rows);
            var (body, isTrue, status) = Make(mutator, row);
            answer = isTrue ? LoopbackHttp.Answer.Of(status, body) : Lie(mutator, status, body);
            sends = 0;
            var outcome = await CallAsync(shop, row, isTrue && status == 200, $"seed {seed}, answer {number} to {row} ({status}): {Convert.ToBase64String(body.AsSpan(0, Math.Min(body.Length, 4_000)))}");
            if (isTrue && status is >= 200 and < 409)
                Assert.True(sends <= 2, $"seed {seed}, answer {number} to {row}: sent {sends} times");
            seen[outcome] = seen.GetValueOrDefault(outcome) + 1;
        }

        Assert.True(seen.Count >= 4, string.Join(", ", seen.Keys));
        return string.Create(CultureInfo.InvariantCulture, $"{count} answers, {string.Join(", ", seen.Select(one => $"{one.Value} {one.Key}"))}");
    }

    private static (byte[] Body, bool IsTrue, int Status) Make(Mutator mutator, OperationRow row)
    {
        var isError = mutator.Next(6) == 0;
        var status = isError ? mutator.Pick([400, 400, 401, 403, 404, 409, 500]) : 200;
        var body = mutator.Mutate(isError ? mutator.Pick(Errors) : row.Answer!);
        if (row.IsSealed && mutator.Next(4) > 0)
            body = Encoding.ASCII.GetBytes(JWT.EncodeBytes(body, Convert.FromHexString(OperationWire.SecurityKey), JweAlgorithm.DIR, JweEncryption.A256GCM));
        return (body, mutator.Next(8) > 0, status);
    }

    private static LoopbackHttp.Answer Lie(Mutator mutator, int status, byte[] body)
    {
        switch (mutator.Next(5))
        {
            case 0:
                // The body is shorter than the announced length.
                return new([.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: {body.Length + 10}\r\n\r\n"), .. body], Closes: true);
            case 1:
                return new([.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status} X\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), .. body], Closes: true);
            case 2:
                using (var packed = new MemoryStream())
                {
                    using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                        gzip.Write(body);
                    return LoopbackHttp.Answer.Of(status, packed.ToArray(), "Content-Encoding: gzip\r\n");
                }

            default:
                return LoopbackHttp.Answer.Of(status, body, mutator.Pick(Heads));
        }
    }

    private static async Task<string> CallAsync(Shop shop, OperationRow row, bool isWhole, string what)
    {
        try
        {
            var result = await row.Call(shop.Client);
            // Printing and serializing the value must not throw either.
            _ = result?.ToString();
            _ = JsonSerializer.Serialize(result, JsonSerializerOptions.Web);
            return "read";
        }
        catch (PaymentException failure)
        {
            // The sender turns every exception of a reader into one failure, so the inner exception must be one that a reader throws deliberately.
            if (isWhole && failure.InnerException is not (null or UnreadableAnswerException))
                Assert.Fail($"{what}\n{failure.InnerException}");
            Assert.DoesNotContain('\0', failure.ToString());
            return failure.Contradiction is not null ? "void" : failure.Kind.ToString();
        }
        // The calls of some rows require a list with exactly one element.
        catch (Xunit.Sdk.XunitException exception) when (exception.Message.StartsWith("Assert.Single", StringComparison.Ordinal))
        {
            return "read as a list of another length";
        }
        catch (Exception exception)
        {
            Assert.Fail($"{what}\n{exception}");
            throw;
        }
    }
}
