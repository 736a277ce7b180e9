using Microsoft.Extensions.Configuration;

namespace PaymentSdk.Settings;

/// <summary>
/// Binds a section value by value, so that one value that cannot be read hides no other fault. What is no setting is left
/// alone: the sections of other registrations lie beside.
/// </summary>
internal static class SectionBinder
{
    public static void Bind(IConfiguration section, string path, PaymentSdkOptions options)
    {
        var values = section.AsEnumerable(makePathsRelative: true)
            .Where(pair => pair.Value is not null && SettingNames.All.Contains(pair.Key.Split(':')[0]))
            .OrderBy(pair => pair.Key, ConfigurationKeyComparer.Instance);
        foreach (var value in values)
        {
            try
            {
                new ConfigurationBuilder().AddInMemoryCollection([value]).Build().Bind(options);
            }
            catch (Exception exception) when (exception is InvalidOperationException or FormatException)
            {
                options.BindingFaults.Add($"{path}:{value.Key} is '{Cut(value.Value!)}', which cannot be read as {Expected(value.Key)}.");
            }
        }
    }

    private static string Expected(string key) => key.Split(':') switch
    {
        [_, nameof(RecoveryOptions.RequestsPerMinute) or nameof(ReconciliationOptions.Days)] => "a whole number",
        [_] or [_, nameof(RetentionOptions.Enabled)] => "true or false",
        [nameof(PaymentSdkOptions.Retention), not nameof(RetentionOptions.TimeOfDay)] => "a time span; write it as days.hours:minutes:seconds, e.g. 30.00:00:00",
        _ => "a time span; write it as hours:minutes:seconds, e.g. 00:15:00",
    };

    private static string Cut(string value) => value.Length > 20 ? value[..20] + "…" : value;
}
