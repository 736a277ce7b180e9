namespace PaymentSdk.Configuration;

/// <summary>What is written under the name of a setting.</summary>
internal enum SettingKind
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>A value for each entry.</summary>
    List,

    /// <summary>A value for each entry, and a fault must not show them.</summary>
    SecretList,

    /// <summary>A value for each entry. They restrict something, so that an empty list must not pass for one that is left out.</summary>
    Restriction,

    /// <summary>Settings of its own.</summary>
    Section,
}

/// <summary>One setting: its name, what is written under it, and the settings below.</summary>
internal sealed record Setting(string Name, SettingKind Kind, params Setting[] Below)
{
    /// <summary>The setting of this name below; null when there is none.</summary>
    public Setting? Find(string name) => Below.FirstOrDefault(setting => string.Equals(setting.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A known name that this one was probably meant to be: at most two letters differ; null when there is none.</summary>
    public string? Nearest(string name) => Below
        .Select(setting => (setting.Name, Edits: EditDistance.Between(setting.Name, name)))
        .Where(known => known.Edits <= 2)
        .OrderBy(known => known.Edits)
        .Select(known => known.Name)
        .FirstOrDefault();
}
