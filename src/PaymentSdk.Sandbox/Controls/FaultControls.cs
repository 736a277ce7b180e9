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
            // The connection that asked is spared, so that this answer arrives; it is not used again.
            context.Response.Headers.Connection = "close";
            await board.RefuseConnectionsAsync(delay, context.Connection.Id).ConfigureAwait(false);
        }

        return ControlAnswer.Ok(new JsonObject { ["armed"] = faults.Length });
    }

    public static IResult Clear(FaultBoard board)
    {
        board.Replace([]);
        return ControlAnswer.Ok(new JsonObject { ["armed"] = 0 });
    }
}
