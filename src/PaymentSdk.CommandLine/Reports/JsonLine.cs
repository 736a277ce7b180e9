using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PaymentSdk.CommandLine.Reports;

/// <summary>One JSON object on its own line. An absent value is written as null, so that every line of a kind has the same members.</summary>
internal sealed class JsonLine(Utf8JsonWriter writer)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(TextWriter output, Action<JsonLine> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            members(new JsonLine(json));
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n");
    }

    public void Text(string name, string? value) => writer.WriteString(name, value);

    public void Moment(string name, DateTimeOffset? value) => writer.WriteString(name, value is { } moment ? Words.IsoMoment(moment) : null);

    public void Flag(string name, bool value) => writer.WriteBoolean(name, value);

    public void Number(string name, decimal? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }

    public void Amount(string name, Money money) => Object(name, inner =>
    {
        inner.Text("currency", money.Currency.Value);
        inner.Number("value", money.Value);
    });

    public void Amount(string name, Money? money)
    {
        if (money is { } known)
            Amount(name, known);
        else
            writer.WriteNull(name);
    }

    public void Object(string name, Action<JsonLine> members)
    {
        writer.WriteStartObject(name);
        members(this);
        writer.WriteEndObject();
    }

    public void Texts(string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    public void Objects<T>(string name, IEnumerable<T> values, Action<JsonLine, T> members)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStartObject();
            members(this, value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
