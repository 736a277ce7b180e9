using System.Globalization;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>The query string of a request. Times without an offset are in Korean time (docs/spec/payment-api.md §4).</summary>
internal sealed class QueryFields(IQueryCollection query)
{
    private static readonly string[] _instants = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd"];

    public string? Text(string name) => query[name] is [{ Length: > 0 } text, ..] ? text : null;

    /// <summary>Returns the values of a name that is repeated, or whose values are separated by commas.</summary>
    public IReadOnlyList<string> List(string name) =>
        query[name].SelectMany(text => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();

    public string RequiredText(string name) => Text(name) ?? throw new RefusedException("INVALID_REQUEST");

    /// <summary>Returns an instant. A date without a time means midnight.</summary>
    public DateTimeOffset RequiredInstant(string name) =>
        DateTime.TryParseExact(RequiredText(name), _instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DateTimeOffset(time, Korea.Offset)
            : throw new RefusedException("INVALID_DATE");

    public DateOnly RequiredDay(string name) => Day(name) ?? throw new RefusedException("INVALID_REQUEST");

    public DateOnly? Day(string name) => Text(name) switch
    {
        null => null,
        { } text => Korea.ParseDay(text) ?? throw new RefusedException("INVALID_DATE"),
    };

    /// <summary>Returns the maximum number of rows in one answer.</summary>
    public int Limit(string name, int usual, int maxCount) => Number(name, usual) switch
    {
        < 1 => throw new RefusedException("INVALID_REQUEST"),
        { } number when number > maxCount => throw new RefusedException("EXCEED_MAX_QUERY_LIMIT"),
        { } number => number,
    };

    public int Number(string name, int usual) => Text(name) switch
    {
        null => usual,
        { } text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new RefusedException("INVALID_REQUEST"),
    };
}
