using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>An embedded file of this assembly. It is served with an entity tag, so that an unchanged file is not sent again.</summary>
internal sealed class EmbeddedFile(ReadOnlyMemory<byte> content, string type)
{
    private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 16))}\"");

    public Task ServeAsync(HttpContext context) => TypedResults.Bytes(content, type, entityTag: _tag).ExecuteAsync(context);
}
