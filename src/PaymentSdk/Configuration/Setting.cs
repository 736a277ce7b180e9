namespace PaymentSdk.Configuration;

/// <summary>The kind of data that is written under the name of a setting.</summary>
internal enum SettingKind
{
    /// <summary>A single value.</summary>
    Value,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>A list of values that faults must not show.</summary>
    SecretList,

    /// <summary>A list of values that restrict something. An empty list must not be taken for a missing one.</summary>
    Restriction,

    /// <summary>A section with its own settings.</summary>
    Section,
}

/// <summary>One setting: its name, the kind of its data, and the settings below it.</summary>
internal sealed record Setting(string Name, SettingKind Kind, params Setting[] Below)
{
    /// <summary>What a value must be, for the message about one that cannot be read; null for a text, which can be empty.</summary>
    public string? Expected { get; init; }

    /// <summary>Returns the setting with this name below this one; null when there is none.</summary>
    public Setting? Find(string name) => Below.FirstOrDefault(setting => string.Equals(setting.Name, name, StringComparison.OrdinalIgnoreCase));

    // The longest name that allows only one edit. Two edits turn a name of this length into many other words.
    private const int ShortName = 5;

    /// <summary>
    /// Returns the known name that this name was probably meant to be, with at most two edits, or one edit of a short name; null when there is none.
    /// </summary>
    public string? Nearest(string name) => Below
        .Select(setting => (setting.Name, Edits: EditDistance.Between(setting.Name, name)))
        .Where(known => known.Edits <= (known.Name.Length <= ShortName ? 1 : 2))
        .OrderBy(known => known.Edits)
        .Select(known => known.Name)
        .FirstOrDefault();
}
