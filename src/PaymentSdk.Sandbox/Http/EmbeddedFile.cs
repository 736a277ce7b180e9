using System.Text;

namespace PaymentSdk.Sandbox.Http;

/// <summary>A file that travels inside the assembly: the parts of the script, the pages of the window.</summary>
internal static class EmbeddedFile
{
    /// <summary>The text of a file; null when there is none of that name.</summary>
    public static string? Find(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static string Read(string name) =>
        Find(name) ?? throw new InvalidOperationException($"The assembly was built without its embedded file '{name}'.");
}
