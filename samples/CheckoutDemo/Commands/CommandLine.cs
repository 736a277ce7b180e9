namespace CheckoutDemo.Commands;

/// <summary>The words, the options (<c>--who kim</c>, <c>--who=kim</c>) and the flags after a command's name. It takes each out once; what is left over is a mistake.</summary>
internal sealed class CommandLine
{
    private readonly List<string> _words = [];
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);

    /// <exception cref="CommandLineException">An option has no value, or is there twice.</exception>
    public CommandLine(IReadOnlyList<string> arguments, params IReadOnlyCollection<string> flags)
    {
        for (var at = 0; at < arguments.Count; at++)
        {
            if (!arguments[at].StartsWith("--", StringComparison.Ordinal))
            {
                _words.Add(arguments[at]);
                continue;
            }
            var (name, value) = Split(arguments[at][2..]);
            if (flags.Contains(name) && value is null)
                _flags.Add(name);
            else if (!_options.TryAdd(name, value ?? (++at < arguments.Count ? arguments[at] : throw new CommandLineException($"--{name} needs a value."))))
                throw new CommandLineException($"--{name} is there twice.");
        }
    }

    /// <summary>The next word; null when there is none.</summary>
    public string? Word()
    {
        if (_words.Count == 0)
            return null;
        var word = _words[0];
        _words.RemoveAt(0);
        return word;
    }

    public string Word(string what) => Word() ?? throw new CommandLineException($"{what} is missing.");

    public string? Option(string name) => _options.Remove(name, out var value) ? value : null;

    public string Required(string name) => Option(name) ?? throw new CommandLineException($"--{name} is missing.");

    public bool Flag(string name) => _flags.Remove(name);

    /// <exception cref="CommandLineException">Something was not understood. Settings of the host (<c>--Section:Key=…</c>) are.</exception>
    public void End()
    {
        if (_words.Count > 0)
            throw new CommandLineException($"'{_words[0]}' is too much.");
        if (_options.Keys.FirstOrDefault(name => !name.Contains(':', StringComparison.Ordinal)) is { } unknown)
            throw new CommandLineException($"--{unknown} is not known here.");
    }

    private static (string Name, string? Value) Split(string option) =>
        option.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (option[..at], option[(at + 1)..]) : (option, null);
}
