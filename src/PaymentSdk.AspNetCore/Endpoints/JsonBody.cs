using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>Reads the bytes of a JSON body, limited to 16 KiB whether or not its length was declared.</summary>
internal static class JsonBody
{
    private const int MostBytes = 16 * 1024;

    /// <summary>Returns the bytes without a byte order mark (empty when the request has no body), or the refusal.</summary>
    public static async Task<(ReadOnlyMemory<byte> Bytes, Problem? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            return (default, null);
        if (!JsonMediaType.Is(request.Headers.ContentType))
            return (default, RequestProblems.UnsupportedMediaType());
        if (request.ContentLength > MostBytes)
            return (default, RequestProblems.BodyTooLarge());
        try
        {
            return await ReadToEndAsync(request.BodyReader, cancellationToken).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            // The server's own limit may be lower than this one, and chunks may be framed wrongly.
            return (default, exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? RequestProblems.BodyTooLarge()
                : RequestProblems.Malformed("The body did not arrive completely."));
        }
    }

    private static async Task<(ReadOnlyMemory<byte> Bytes, Problem? Refusal)> ReadToEndAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > MostBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                return (default, RequestProblems.BodyTooLarge());
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return (WithoutByteOrderMark(bytes), null);
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(byte[] bytes) =>
        bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes.AsMemory(3) : bytes;
}

/// <summary>Reads the members of a JSON object. Each name may occur once, because a second value would be ambiguous.</summary>
internal static class JsonMembers
{
    /// <summary>
    /// Reads the members. On failure, the fault says what is wrong, for a syntax error with its position, and never repeats a value.
    /// </summary>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out Dictionary<string, JsonElement>? members, [NotNullWhen(false)] out string? fault)
    {
        members = null;
        try
        {
            using var document = JsonDocument.Parse(utf8);
            fault = Read(document.RootElement, out members);
        }
        catch (JsonException exception)
        {
            fault = $"The body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).";
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader throws this exception for bytes and escapes inside a string that are not Unicode text.
            fault = "The body is not valid JSON: a string in it is not Unicode text.";
        }

        members = fault is null ? members : null;
        return members is not null;
    }

    private static string? Read(JsonElement root, out Dictionary<string, JsonElement> members)
    {
        members = new(StringComparer.Ordinal);
        if (root.ValueKind != JsonValueKind.Object)
            return "The body is not a JSON object.";
        foreach (var member in root.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String)
                _ = member.Value.GetString();
            if (!members.TryAdd(member.Name, member.Value.Clone()))
                return IsPlain(member.Name) ? $"The member {member.Name} is given twice." : "A member of the body is given twice.";
        }

        return null;
    }

    /// <summary>Returns true if the name can be repeated in an answer and in a log unchanged.</summary>
    private static bool IsPlain(string name) => name.Length is > 0 and <= 40 && name.All(char.IsAsciiLetterOrDigit);
}
