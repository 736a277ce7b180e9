using Microsoft.AspNetCore.Mvc;

namespace PaymentSdk.AspNetCore.Description;

/// <summary>One status that an endpoint answers with, and the JSON of its body. Of all metadata for it, the document reads the text of this attribute only.</summary>
internal static class DescribedAnswer
{
    public static ProducesResponseTypeAttribute Json<T>(int status, string text) => new(typeof(T), status, "application/json") { Description = text };

    public static ProducesResponseTypeAttribute Problem<T>(int status, string text)
        where T : PaymentProblem => new(typeof(T), status, "application/problem+json") { Description = text };

    public static ProducesResponseTypeAttribute Script(int status, string text) => new(typeof(string), status, "text/javascript") { Description = text };

    public static ProducesResponseTypeAttribute Empty(int status, string text) => new(typeof(void), status) { Description = text };
}
