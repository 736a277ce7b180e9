using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>What became of something the operator asked for.</summary>
/// <param name="Done">Whether it is done, or on its way.</param>
/// <param name="Outcome">What happened, one word. The page has a sentence for it in both languages; null where "done" says it all.</param>
/// <param name="Text">A reason that stands in that sentence, or a report; null when there is none.</param>
/// <param name="Until">A moment that stands in that sentence; null when there is none.</param>
internal sealed record Told(bool Done, string? Outcome = null, string? Text = null, DateTimeOffset? Until = null)
{
    public static Told NotFound { get; } = new(false, "order-not-found");

    /// <summary>Runs an action. A wrong request and an unavailable ledger or API are told like an outcome.</summary>
    public static async Task<Results<Ok<Told>, JsonHttpResult<Told>>> OfAsync(Func<Task<Told>> action)
    {
        try
        {
            return TypedResults.Ok(await action());
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            return TypedResults.Json(new Told(false, "invalid", wrong.Message), statusCode: StatusCodes.Status400BadRequest);
        }
        catch (LedgerException unavailable)
        {
            return TypedResults.Json(new Told(false, "ledger-unavailable", unavailable.Message), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (PaymentException unavailable)
        {
            return TypedResults.Json(new Told(false, "api-unavailable", unavailable.Message), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
