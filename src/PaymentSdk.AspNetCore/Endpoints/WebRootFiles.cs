using System.Collections.Frozen;
using System.IO.Enumeration;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// Searches the text files of a web root for secrets, within limits, so that the start does not wait for a shop with a million files.
/// </summary>
internal static class WebRootFiles
{
    public const int MaxFiles = 2_000;

    public const int MaxBytes = 64 << 20;

    /// <summary>The maximum number of bytes that are read from the beginning of one file.</summary>
    private const int MaxFileBytes = 4 << 20;

    private const int BufferLength = 64 << 10;

    private static readonly FrozenSet<string> Texts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx", ".vue", ".svelte", ".html", ".htm", ".xhtml", ".css", ".json", ".map", ".txt", ".md", ".xml", ".svg",
        ".yml", ".yaml", ".toml", ".ini", ".cfg", ".conf", ".config", ".env", ".properties", ".webmanifest", ".log", ".bak");

    public static SearchResult Search(string root, SecretTexts secrets)
    {
        var (files, left) = (0, (long)MaxBytes);
        var buffers = new Buffers(secrets);
        foreach (var path in TextFiles(root))
        {
            if (++files > MaxFiles || left <= 0)
                return new(null, IsComplete: false);
            var (setting, read) = Read(path, secrets, buffers);
            left -= read;
            if (setting is not null)
                return new(new(setting, Path.GetRelativePath(Path.GetDirectoryName(root) ?? root, path)), IsComplete: true);
        }

        return new(null, IsComplete: true);
    }

    /// <summary>Returns the files of the root first. Folders behind links are skipped, because they may form a cycle.</summary>
    private static FileSystemEnumerable<string> TextFiles(string root) => new(
        root,
        (ref FileSystemEntry entry) => entry.ToFullPath(),
        new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = 0 })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsText(entry.FileName),
        ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
    };

    private static bool IsText(ReadOnlySpan<char> name) =>
        name.StartsWith(".env", StringComparison.OrdinalIgnoreCase) || Texts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Path.GetExtension(name));

    private static (string? Setting, long Read) Read(string path, SecretTexts secrets, Buffers buffers)
    {
        try
        {
            // A file without a length may be a pipe, and opening a pipe waits for its other end.
            var file = new FileInfo(path);
            var length = file.LinkTarget is null ? file.Length : (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo)?.Length ?? 0;
            if (length == 0)
                return (null, 0);
            using var opened = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Read(opened, secrets, buffers, Math.Min(length, MaxFileBytes));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, 0);
        }
    }

    /// <summary>Reads a file as one character per byte, because secrets are ASCII, unless it begins with the byte order mark of UTF-16.</summary>
    private static (string? Setting, long Read) Read(SafeFileHandle file, SecretTexts secrets, Buffers buffers, long length)
    {
        var (kept, read, isWide) = (0, 0L, false);
        while (read < length && RandomAccess.Read(file, buffers.Bytes, read) is var count and > 0)
        {
            var bytes = buffers.Bytes.AsSpan(0, count);
            isWide = read == 0 ? bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) : isWide;
            read += count;
            var text = buffers.Characters.AsSpan(0, kept + (isWide ? Encoding.Unicode : Encoding.Latin1).GetChars(bytes, buffers.Characters.AsSpan(kept)));
            if (secrets.FindIn(text) is { } setting)
                return (setting, read);
            // A secret may extend across two reads.
            kept = Math.Min(text.Length, secrets.Longest - 1);
            text[^kept..].CopyTo(buffers.Characters);
        }

        return (null, read);
    }

    private sealed class Buffers(SecretTexts secrets)
    {
        public byte[] Bytes { get; } = new byte[BufferLength];

        public char[] Characters { get; } = new char[BufferLength + secrets.Longest];
    }

    internal sealed record SearchResult(Finding? Found, bool IsComplete);

    internal sealed record Finding(string Setting, string File);
}
