namespace PaymentSdk.Configuration;

/// <summary>Rules for a single key and for a pair of keys. A fault shows the prefix and the length of a key, never the key.</summary>
internal static class KeyRules
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Adds the faults of one key to the list. Returns its shape when it can be read, so that pairs can be checked too.</summary>
    public static KeyShape? Check(string setting, string? key, KeyRole wanted, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            faults.Add($"{setting} is missing. Set it to the {Named(wanted)} key of the developer center: {Expected(wanted)}.");
            return null;
        }
        CheckCharacters(setting, key, faults);
        var clean = key.Trim().Trim(ByteOrderMark).Trim();
        var shape = KeyShape.Of(clean);
        if (WrongRole(shape, wanted) is { } why)
            faults.Add($"{setting} is {KeyShape.Describe(clean)}: {why}. Expected {Expected(wanted)}.");
        else if (clean.Length == shape!.Value.Prefix.Length)
            faults.Add($"{setting} is {KeyShape.Describe(clean)}: nothing follows its prefix. Copy the whole key.");
        return shape;
    }

    /// <summary>Adds a fault to the list when the secret key and the client key do not belong together.</summary>
    public static void CheckPair(string secretSetting, KeyShape secret, string clientSetting, KeyShape client, List<string> faults)
    {
        if (secret.Role is not KeyRole.Secret || client.Role is not KeyRole.Client)
            return;
        if (secret.IsTest != client.IsTest)
            faults.Add($"{secretSetting} ({secret.Prefix}…) and {clientSetting} ({client.Prefix}…) mix a test key and a live key. Use the two keys of one pair.");
        if (secret.IsWidget != client.IsWidget)
            faults.Add($"{secretSetting} ({secret.Prefix}…) and {clientSetting} ({client.Prefix}…) mix a widget key and an API-individual key. Use the two keys of one pair.");
    }

    private static void CheckCharacters(string setting, string key, List<string> faults)
    {
        var shown = KeyShape.Describe(key.Trim().Trim(ByteOrderMark).Trim());
        if (key.Contains(ByteOrderMark, StringComparison.Ordinal))
            faults.Add($"{setting} ({shown}) contains a byte order mark (U+FEFF). Save the file that it comes from as UTF-8 without one.");
        if (key.Any(char.IsWhiteSpace))
            faults.Add($"{setting} ({shown}) contains a space, tab or line break. Remove it.");
        if (key.Any(character => character is (< '!' or > '~') and not ByteOrderMark && !char.IsWhiteSpace(character)))
            faults.Add($"{setting} ({shown}) contains a character outside ASCII. Copy the key again.");
    }

    private static string? WrongRole(KeyShape? shape, KeyRole wanted) => shape switch
    {
        null => "its prefix is not that of a key",
        { Role: KeyRole.Legacy } => "keys of this form are no longer issued and cannot confirm payments of the window or widget",
        { Role: KeyRole.Client } when wanted is KeyRole.Secret => "this is a client key, which is public; the secret key belongs here",
        { Role: KeyRole.Secret } when wanted is KeyRole.Client =>
            "this is a SECRET key, which would be shown to every browser; the client key belongs here. If this secret key was ever published, issue a new one",
        _ => null,
    };

    private static string Expected(KeyRole role) => role is KeyRole.Secret
        ? "test_sk_…, test_gsk_…, live_sk_… or live_gsk_…"
        : "test_ck_…, test_gck_…, live_ck_… or live_gck_…";

    private static string Named(KeyRole role) => role is KeyRole.Secret ? "secret" : "client";
}
