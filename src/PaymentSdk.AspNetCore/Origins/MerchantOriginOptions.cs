using System.Buffers;

namespace PaymentSdk;

/// <summary>The request headers that an endpoint under <c>RequireMerchantOrigin</c> allows in addition to <c>content-type</c>.</summary>
public sealed class MerchantOriginOptions
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'+-.^_`|~");

    private readonly List<string> _headers = ["content-type"];

    /// <summary>
    /// Also allows pages to send these request headers, e.g. <c>authorization</c>, <c>traceparent</c>. By default, only <c>content-type</c> is
    /// allowed. Names must be in lower case; <c>*</c> is not allowed.
    /// </summary>
    /// <exception cref="ArgumentException">A name is not a header name in lower case.</exception>
    public MerchantOriginOptions AllowHeaders(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names)
        {
            if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAnyExcept(NameCharacters))
                throw new ArgumentException($"'{name}' is not a request header that can be allowed. Write its name in lower case; there is no wildcard.", nameof(names));
            if (!_headers.Contains(name))
                _headers.Add(name);
        }

        return this;
    }

    internal IReadOnlyList<string> Headers => _headers;
}
