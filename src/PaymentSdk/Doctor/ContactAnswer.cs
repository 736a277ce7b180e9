using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Doctor;

/// <summary>
/// An answer of the API, reduced to what may be reported: its status, its error code, and the names of its headers and members, never their values.
/// </summary>
internal sealed partial class ContactAnswer
{
    private readonly HttpResponseMessage _response;

    public ContactAnswer(ApiAnswer answer, HttpResponseMessage response, DateTimeOffset arrived)
    {
        (_response, Body, Status, ArrivedAt) = (response, answer.Body, (int)answer.Status, arrived);
        Code = answer.Error?.Code.Value is { } code ? (CodeWord().IsMatch(code) ? code : "(a code of another form)") : null;
        TraceId = answer.TraceId is { } trace && TraceWord().IsMatch(trace) ? trace : null;
    }

    public int Status { get; }

    public string? Code { get; }

    public string? TraceId { get; }

    public DateTimeOffset ArrivedAt { get; }

    public DateTimeOffset? Date => _response.Headers.Date;

    public byte[] Body { get; }

    /// <summary>The status with the error code, e.g. <c>404 NOT_FOUND_PAYMENT</c>, or the status alone.</summary>
    public string StatusAndCode => string.Create(CultureInfo.InvariantCulture, $"{Status}{(Code is null ? "" : $" {Code}")}");

    public string MediaType => _response.Content.Headers.ContentType?.MediaType is { } type && MediaWord().IsMatch(type) ? type : "none";

    /// <summary>The names of the members of the JSON object, in order; for a body that is not an object, a description of it.</summary>
    public string Shape => AnswerBody.TryOpen(Body, out var root)
        ? root.ValueKind switch
        {
            JsonValueKind.Object => string.Join(", ", root.EnumerateObject().Select(member => MemberWord().IsMatch(member.Name) ? member.Name : "(a member of another form)")),
            JsonValueKind.Array => "a list",
            _ => "another JSON value",
        }
        : "not JSON";

    /// <summary>Whether the message of the error is Korean.</summary>
    public bool IsKorean => AnswerBody.TryOpen(Body, out var root) && AnswerBody.TryGetOne(root, "message", out var message) && message.ValueKind == JsonValueKind.String
        && message.GetString()!.Any(character => character is >= '가' and <= '힣');

    public bool Has(string header) => _response.Headers.Contains(header);

    public bool HasStart(string header) => _response.Headers.Any(one => one.Key.StartsWith(header, StringComparison.OrdinalIgnoreCase));

    public bool Echoes(string header, string value) => _response.Headers.TryGetValues(header, out var values) && string.Join(',', values) == value;

    public bool IsSameAs(ContactAnswer other) => Status == other.Status && Body.AsSpan().SequenceEqual(other.Body);

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{1,60}\z")]
    private static partial Regex CodeWord();

    [GeneratedRegex(@"\A[A-Za-z0-9,. -]{1,200}\z")]
    private static partial Regex TraceWord();

    [GeneratedRegex(@"\A[a-z0-9.+/-]{1,60}\z")]
    private static partial Regex MediaWord();

    [GeneratedRegex(@"\A[A-Za-z]{1,40}\z")]
    private static partial Regex MemberWord();
}
