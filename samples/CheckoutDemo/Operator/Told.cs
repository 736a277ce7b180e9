using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>What became of something the operator asked for.</summary>
/// <param name="Done">Whether it is done, or on its way.</param>
/// <param name="Text">What to know about it; the page has its own words for what is simply done.</param>
internal sealed record Told(bool Done, string? Text = null)
{
    public static Told Unknown { get; } = new(false, "There is no such order.");

    /// <summary>Runs an action; what it was given wrongly, and who is away, is told like its outcome.</summary>
    public static async Task<Results<Ok<Told>, JsonHttpResult<Told>>> OfAsync(Func<Task<Told>> action)
    {
        try
        {
            return TypedResults.Ok(await action());
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            return TypedResults.Json(new Told(false, wrong.Message), statusCode: StatusCodes.Status400BadRequest);
        }
        catch (Exception away) when (away is LedgerException or PaymentException)
        {
            return TypedResults.Json(new Told(false, away.Message), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
