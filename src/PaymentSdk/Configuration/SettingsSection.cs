using Microsoft.Extensions.Configuration;

namespace PaymentSdk.Configuration;

/// <summary>A part of the configuration that one registration is bound to; keyed by its name.</summary>
internal sealed record SettingsSection(IConfiguration Configuration);
