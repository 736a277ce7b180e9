using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Faults;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Arms and clears faults.</summary>
internal static class FaultControls
{
    public static async Task<IResult> ArmAsync(HttpContext context, FaultBoard board)
    {
        var bodies = await ControlBody.ReadAsync<FaultBody?[]>(context, FaultBody.Takes).ConfigureAwait(false);
        var faults = bodies.Select(body => (body ?? new FaultBody()).ToFault()).ToArray();
        board.Replace(faults);
        if (FaultBoard.Refusal(faults) is { } delay)
        {
            // The connection of this request is not reset, so that this answer arrives. It is closed afterwards.
            context.Response.Headers.Connection = "close";
            await board.RefuseConnectionsAsync(delay, context.Connection.Id).ConfigureAwait(false);
        }

        return ControlAnswer.Ok(new JsonObject { ["armed"] = faults.Length });
    }

    public static IResult Clear(FaultBoard board)
    {
        board.Clear();
        return ControlAnswer.Ok(new JsonObject { ["armed"] = 0 });
    }
}

/// <summary>One element of <c>PUT /sandbox/faults</c>.</summary>
internal sealed record FaultBody(
    string? Kind = null, string? Operation = null, int? Count = null, double? Probability = null, JsonElement? Delay = null)
{
    public const string Takes = "[{operation, kind, count?, probability?, delay?}], delay as \"hh:mm:ss\" or seconds";

    public SandboxFault ToFault()
    {
        var kind = FaultCatalog.Kind(Kind ?? "")
            ?? throw new ControlFormatException($"There is no fault '{Kind}'. The faults are: {string.Join(", ", FaultCatalog.Kinds)}.");
        var fault = new SandboxFault(ParseOperation(kind), kind) { Count = Count, Probability = Probability ?? 1, Delay = ParseDelay() };
        return FaultCatalog.Fault(fault) is { } wrong ? throw new ControlFormatException(wrong) : fault;
    }

    private SandboxOperation ParseOperation(SandboxFaultKind kind)
    {
        if (Operation is null && kind == SandboxFaultKind.RefuseConnection)
            return SandboxOperation.Any;
        return FaultCatalog.Operation(Operation ?? "") ?? throw new ControlFormatException(
            $"There is no operation '{Operation}' for faults. The operations are: {string.Join(", ", FaultCatalog.Operations)}.");
    }

    private TimeSpan? ParseDelay() => Delay switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } seconds when seconds.TryGetDouble(out var value) && Math.Abs(value) < 1e6 => TimeSpan.FromSeconds(value),
        // The raw text is parsed, because GetString throws for an escaped unpaired surrogate. No time contains an escape.
        { ValueKind: JsonValueKind.String } text when TimeSpan.TryParse(text.GetRawText().Trim('"'), CultureInfo.InvariantCulture, out var value) => value,
        _ => throw new ControlFormatException($"The delay is not valid. The control takes {Takes}."),
    };
}
