using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Problems;

/// <summary>
/// A refusal as RFC 9457 problem details. It is the same byte for byte in every environment, because the host's own problem service is not used.
/// </summary>
internal sealed record Problem(int Status, string Slug, string Title) : IResult
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The advice on what to do next; null if the title is enough.</summary>
    public string? Detail { get; init; }

    /// <summary>The whole seconds after which the same request may succeed; null if it will not.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The key of the text that a person reads instead: the slug, unless one problem has two texts.</summary>
    public string Text { get; init; } = Slug;

    /// <summary>Whether the problem reports an outcome, which is logged where it was decided.</summary>
    public bool IsOutcome { get; init; }

    /// <summary>Writes the members that only this problem has, after the common ones.</summary>
    public Action<Utf8JsonWriter>? WriteMembers { get; init; }

    /// <summary>Writes status, headers and body.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new ArrayBufferWriter<byte>(256);
        WriteBody(body);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        response.ContentLength = body.WrittenCount;
        if (RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await response.BodyWriter.WriteAsync(body.WrittenMemory, httpContext.RequestAborted).ConfigureAwait(false);
    }

    private void WriteBody(IBufferWriter<byte> body)
    {
        using var json = new Utf8JsonWriter(body, Writing);
        json.WriteStartObject();
        json.WriteString("type"u8, $"urn:paymentsdk:problem:{Slug}");
        json.WriteString("title"u8, Title);
        json.WriteNumber("status"u8, Status);
        if (Detail is not null)
            json.WriteString("detail"u8, Detail);
        WriteMembers?.Invoke(json);
        json.WriteEndObject();
    }
}
