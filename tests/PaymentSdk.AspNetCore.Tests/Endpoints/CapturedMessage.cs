using Microsoft.Extensions.Logging;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

internal sealed record CapturedMessage(int EventId, LogLevel Level, string Text, IReadOnlyList<string> Scopes);
