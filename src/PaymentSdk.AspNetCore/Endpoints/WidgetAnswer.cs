namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>What the page needs to load the script and open the window.</summary>
internal sealed record WidgetAnswer(string ClientKey, string ScriptUrl, string SuccessUrl, string FailUrl, bool TestMode);
