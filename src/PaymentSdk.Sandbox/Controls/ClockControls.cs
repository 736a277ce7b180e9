using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Moves the gateway's clock.</summary>
internal static class ClockControls
{
    private const string _takes = "{advance: \"[d.]hh:mm:ss\"}, not negative and at most 36500 days in all, such as {\"advance\": \"00:11:00\"}";

    public static async Task<IResult> AdvanceAsync(HttpContext context, SandboxClock clock)
    {
        var body = await ControlBody.ReadAsync<ClockBody>(context, _takes).ConfigureAwait(false);
        if (!TimeSpan.TryParse(body.Advance, CultureInfo.InvariantCulture, out var by) || !clock.TryAdvance(by))
            throw new ControlFormatException($"'{body.Advance}' is not a time to advance by. It takes {_takes}.");
        return ControlAnswer.Ok(new JsonObject { ["now"] = Korea.Time(clock.GetUtcNow()) });
    }

    private sealed record ClockBody(string? Advance = null);
}
