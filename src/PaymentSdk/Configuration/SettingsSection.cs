using Microsoft.Extensions.Configuration;

namespace PaymentSdk.Configuration;

/// <summary>A part of the configuration that one registration is bound to. It is a keyed service; its key is the name of the registration.</summary>
internal sealed record SettingsSection(IConfiguration Configuration);
