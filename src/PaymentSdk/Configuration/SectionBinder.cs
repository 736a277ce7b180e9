using Microsoft.Extensions.Configuration;

namespace PaymentSdk.Configuration;

/// <summary>
/// Binds a section setting by setting, so that one unreadable value does not hide other faults, and no key is ignored silently. A key that is not a
/// setting, or whose value has the wrong form, becomes a fault or is kept for a warning. The sections of other registrations are next to these
/// settings and are ignored.
/// </summary>
internal sealed class SectionBinder
{
    private readonly PaymentSdkOptions _options;
    private readonly Func<string, bool> _isRegistration;

    private SectionBinder(PaymentSdkOptions options, Func<string, bool> isRegistration)
    {
        _options = options;
        _isRegistration = isRegistration;
    }

    /// <param name="section">The section to bind.</param>
    /// <param name="path">The path of the section in faults.</param>
    /// <param name="options">The options to bind to. Faults are added to them.</param>
    /// <param name="isRegistration">Returns whether a path is the section of another registration.</param>
    public static void Bind(IConfiguration section, string path, PaymentSdkOptions options, Func<string, bool> isRegistration)
    {
        var binder = new SectionBinder(options, isRegistration);
        if (section is IConfigurationSection { Value: { Length: > 0 } text } && !section.GetChildren().Any())
            options.BindingFaults.Add(SettingFaults.TextForSection(path, text, SettingNames.Root));
        // A whole configuration also holds the keys of other libraries, so only misspelt settings are reported in it.
        binder.Read(section, path, "", SettingNames.Root, tellUnknown: section is IConfigurationSection);
    }

    private void Read(IConfiguration section, string path, string relative, Setting parent, bool tellUnknown)
    {
        foreach (var child in section.GetChildren())
        {
            var full = $"{path}:{child.Key}";
            if (parent.Find(child.Key) is { } setting)
                Read(child, full, $"{relative}{setting.Name}", setting);
            else if (parent != SettingNames.Root)
                _options.BindingFaults.Add(SettingFaults.Unknown(full, parent));
            else if (_isRegistration(full))
                continue;
            else if (parent.Nearest(child.Key) is { } nearest)
                _options.BindingFaults.Add(SettingFaults.Misspelt(full, nearest));
            else if (tellUnknown)
                _options.UnknownKeys.Add(full);
        }
    }

    private void Read(IConfigurationSection written, string path, string relative, Setting setting)
    {
        switch (setting.Kind)
        {
            case SettingKind.Section when written.Value is { Length: > 0 } text:
                _options.BindingFaults.Add(SettingFaults.TextForSection(path, text, setting));
                break;
            case SettingKind.Section:
                Read(written, path, $"{relative}:", setting, tellUnknown: true);
                break;
            case SettingKind.Value when written.GetChildren().Any():
                _options.BindingFaults.Add(SettingFaults.ListForValue(path));
                break;
            case SettingKind.Value:
                BindValue(written, path, relative, setting);
                break;
            default:
                ReadList(written, path, relative, setting);
                break;
        }
    }

    private void ReadList(IConfigurationSection written, string path, string relative, Setting setting)
    {
        var entries = written.GetChildren().ToList();
        if (!string.IsNullOrEmpty(written.Value))
            _options.BindingFaults.Add(SettingFaults.TextForList(path, written.Value, setting));
        else if (entries.Count == 0 && setting.Kind is SettingKind.Restriction)
            _options.BindingFaults.Add(SettingFaults.EmptyRestriction(path));
        foreach (var entry in entries)
        {
            if (entry.GetChildren().Any())
                _options.BindingFaults.Add(SettingFaults.ListForValue($"{path}:{entry.Key}"));
            else if (string.IsNullOrWhiteSpace(entry.Value))
                _options.BindingFaults.Add(SettingFaults.EmptyEntry($"{path}:{entry.Key}"));
            else
                BindValue(entry, $"{path}:{entry.Key}", $"{relative}:{entry.Key}", setting);
        }
    }

    private void BindValue(IConfigurationSection written, string path, string relative, Setting setting)
    {
        if (written.Value is not { } value)
            return;
        try
        {
            // The binder would read an empty number, time or boolean as if the setting were missing.
            if (value.Length == 0 && setting.Expected is not null)
                throw new FormatException();
            new ConfigurationBuilder().AddInMemoryCollection([new(relative, value)]).Build().Bind(_options);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            _options.BindingFaults.Add(SettingFaults.Unreadable(path, value, setting));
        }
    }
}
