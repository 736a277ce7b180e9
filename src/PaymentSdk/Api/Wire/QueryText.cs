using System.Globalization;
using System.Text;

namespace PaymentSdk.Api.Wire;

/// <summary>Builds a query string with percent-encoded values (docs/spec/payment-api.md §1.1). A value that is null is omitted.</summary>
internal sealed class QueryText
{
    private readonly StringBuilder _text = new();

    public QueryText Add(string name, string? value)
    {
        if (value is not null)
            _text.Append(_text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    public QueryText Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
