using System.Text;

namespace PaymentSdk.Sandbox.Http;

/// <summary>Reads the files that are embedded in the assembly, such as the parts of the script and the pages of the window.</summary>
internal static class EmbeddedFile
{
    /// <summary>Returns the text of a file, or null if there is no file with that name.</summary>
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
