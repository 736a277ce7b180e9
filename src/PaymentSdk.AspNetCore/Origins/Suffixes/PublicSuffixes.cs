namespace PaymentSdk.AspNetCore.Origins.Suffixes;

/// <summary>
/// The rules of the Public Suffix List, read from the compiled resource (docs/decisions/0014). "parent: label label" means that each label under the
/// parent is a suffix. <c>*</c> means any label, and <c>!label</c> is an exception from it (https://publicsuffix.org/list).
/// </summary>
internal sealed class PublicSuffixes
{
    private const string Resource = "PaymentSdk.AspNetCore.public-suffixes.txt";

    private readonly HashSet<string> _suffixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _exceptions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parentsOfAny = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _suffixBelow = new(StringComparer.Ordinal);

    private PublicSuffixes(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                Add(line);
        }
    }

    public static PublicSuffixes Load()
    {
        using var stream = typeof(PublicSuffixes).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly was built without its resource {Resource}.");
        using var reader = new StreamReader(stream);
        return new PublicSuffixes(reader);
    }

    /// <summary>
    /// Returns true if anyone can register names directly under this name. A single label is a suffix even if the list does not contain it.
    /// </summary>
    public bool Contains(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || _suffixes.Contains(name) || _parentsOfAny.Contains(name[(dot + 1)..]) && !_exceptions.Contains(name);
    }

    /// <summary>Returns a suffix somewhere under this name, e.g. <c>s3.amazonaws.com</c> under <c>amazonaws.com</c>; null if there is none.</summary>
    public string? Below(string name) => _suffixBelow.GetValueOrDefault(name);

    private void Add(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var parent = line[..colon];
        foreach (var label in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (label[0] == '!')
                _exceptions.Add($"{label[1..]}.{parent}");
            else if (label == "*")
                _parentsOfAny.Add(parent);
            else
                _suffixes.Add(parent.Length == 0 ? label : $"{label}.{parent}");
            if (label[0] != '!')
                AddAbove(parent, $"{label}.{parent}");
        }
    }

    private void AddAbove(string parent, string suffix)
    {
        for (var name = parent; name.Length > 0 && _suffixBelow.TryAdd(name, suffix);)
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            name = dot < 0 ? "" : name[(dot + 1)..];
        }
    }
}
