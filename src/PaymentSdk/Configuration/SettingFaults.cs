using System.Globalization;

namespace PaymentSdk.Configuration;

/// <summary>The messages about settings that are written wrongly: what was found, and what to write. Secret values are not shown.</summary>
internal static class SettingFaults
{
    private static readonly char[] Separators = [',', ';', '|', ' ', '\t', '\r', '\n'];

    public static string TextForList(string path, string text, Setting setting)
    {
        var entries = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (setting.Kind is SettingKind.SecretList)
            entries = [.. Enumerable.Repeat("…", Math.Clamp(entries.Length, 1, 2))];
        else if (entries.Length == 0)
            entries = ["…"];
        var shown = setting.Kind is SettingKind.SecretList ? string.Create(CultureInfo.InvariantCulture, $"a text of {text.Length} characters") : $"the text '{AddressRules.Cut(text)}'";
        var lines = entries.Take(3).Select((entry, index) => string.Create(CultureInfo.InvariantCulture, $"{path}:{index} = {AddressRules.Cut(entry)}"));
        return $"{path} is {shown}, and a list belongs here. Write each entry separately: {string.Join(", ", lines)}; as an environment variable {Variable(path)}__0, in JSON \"{setting.Name}\": [ \"…\" ].";
    }

    public static string ListForValue(string path) =>
        $"{path} has entries below it, and one value belongs here. Write {path} = …; as an environment variable {Variable(path)}.";

    public static string TextForSection(string path, string text, Setting setting) =>
        $"{path} is a text of {text.Length.ToString(CultureInfo.InvariantCulture)} characters, and its settings belong below it: {string.Join(", ", setting.Below.Take(3).Select(below => $"{path}:{below.Name}"))}{(setting.Below.Length > 3 ? " …" : "")}.";

    public static string EmptyRestriction(string path) =>
        $"{path} is empty, which restricts nothing. List the entries, e.g. {path}:0 = 13.124.18.147, or leave the key out to allow any.";

    public static string EmptyEntry(string path) => $"{path} is empty. Give it a value, or remove it.";

    public static string Misspelt(string path, string nearest) =>
        $"{path} is not a setting; {Parent(path)}:{nearest} is. Rename it, or, if it is a key of your own, give it a name that differs in more than two letters.";

    public static string Unknown(string path, Setting parent) =>
        $"{path} is not a setting{(parent.Nearest(path[(path.LastIndexOf(':') + 1)..]) is { } nearest ? $"; {Parent(path)}:{nearest} is" : "")}. The settings of {Parent(path)} are {string.Join(", ", parent.Below.Select(setting => setting.Name))}. Rename or remove it.";

    public static string Unreadable(string path, string value, Setting setting) =>
        $"{path} is '{(value.Length > 20 ? value[..20] + "…" : value)}', which cannot be read as {setting.Expected}.";

    public static string OneUnderscore(string key, string meant) =>
        $"{key} is not read: levels of an environment variable are separated by two underscores. Use {meant}.";

    public static string OtherSection(string path, string meant) =>
        $"{path} is not read: the settings of payments are in the section Payment. Use {meant}; if it is a key of another part of your program, give its section a name that does not begin with Payment and differs in more than two letters.";

    public static string OtherRegistration(string path, string meant, string addedBy) =>
        $"{path} is not read, because no registration has that section, and {addedBy} allows any source. Use {meant}; if it belongs to another registration, give that one its section with its SecretKey, or a name that differs in more than two letters.";

    public static string UnreadRestriction(string path, string addedBy) =>
        $"{path} is not read: the settings of this registration are made in code, which allows any source. Also call builder.Services.{addedBy}, which reads the section, or set Webhooks.AllowedSources in code.";

    private static string Parent(string path) => path[..path.LastIndexOf(':')];

    private static string Variable(string path) => path.Replace(":", "__", StringComparison.Ordinal);
}
