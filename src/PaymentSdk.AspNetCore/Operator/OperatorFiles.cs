using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace PaymentSdk.AspNetCore.Operator;

/// <summary>The page and its files, from this assembly. Their addresses are relative to one another: whatever stands before the prefix, they find each other.</summary>
internal static class OperatorFiles
{
    private const string Folder = "operator/";
    private const string Page = "operator.html";
    private static readonly string Html = Encoding.UTF8.GetString(Read(Page));
    private static readonly ImmutableArray<OperatorFile> Files = [.. typeof(OperatorFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name != Folder + Page)
        .Select(name => new OperatorFile(name[Folder.Length..], Read(name[Folder.Length..])))];

    public static void Map(RouteGroupBuilder page)
    {
        page.MapOperator("GET", "", ServePageAsync);
        foreach (var file in Files)
            page.MapOperator("GET", file.Name, file.ServeAsync, OperatorHeaders.Revalidate);
    }

    private static Task ServePageAsync(HttpContext context) =>
        TypedResults.Text(Html.Replace("{files}", FilesFrom(context.Request), StringComparison.Ordinal), "text/html; charset=utf-8").ExecuteAsync(context);

    /// <summary>Where the files lie, seen from the page: with a slash at the end of its address beside it, otherwise below its last segment.</summary>
    private static string FilesFrom(HttpRequest request)
    {
        var path = request.PathBase.Add(request.Path).Value ?? "";
        return path.Length == 0 || path.EndsWith('/') ? "./" : $"./{Uri.EscapeDataString(path[(path.LastIndexOf('/') + 1)..])}/";
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(OperatorFiles).Assembly.GetManifestResourceStream(Folder + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private sealed class OperatorFile(string name, byte[] bytes)
    {
        private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");

        private readonly string _type = Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "image/svg+xml",
        };

        public string Name => name;

        public Task ServeAsync(HttpContext context) => TypedResults.Bytes(bytes, _type, entityTag: _tag).ExecuteAsync(context);
    }
}
