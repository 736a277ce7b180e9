using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.AspNetCore.Endpoints;

namespace PaymentSdk.AspNetCore.Operator;

/// <summary>The page and its files, from this assembly. Their addresses are relative to one another, so the page can be mapped at any path.</summary>
internal static class OperatorFiles
{
    private const string Folder = "operator/";
    private const string Page = "operator.html";
    private static readonly string Html = Encoding.UTF8.GetString(Read(Page));
    private static readonly ImmutableArray<(string Name, EmbeddedFile File)> Files = [.. typeof(OperatorFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name != Folder + Page)
        .Select(name => name[Folder.Length..])
        .Select(name => (name, new EmbeddedFile(Read(name), TypeOf(name))))];

    public static void Map(RouteGroupBuilder page)
    {
        page.MapOperator("GET", "", ServePageAsync);
        foreach (var (name, file) in Files)
            page.MapOperator("GET", name, file.ServeAsync, OperatorHeaders.Revalidate);
    }

    private static Task ServePageAsync(HttpContext context) =>
        TypedResults.Text(Html.Replace("{files}", FilesFrom(context.Request), StringComparison.Ordinal), "text/html; charset=utf-8").ExecuteAsync(context);

    /// <summary>
    /// Returns the address of the files relative to the page: the same folder if the page's address ends with a slash, otherwise below its last
    /// segment.
    /// </summary>
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

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        _ => "image/svg+xml",
    };
}
