using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Api.Json;

/// <summary>The shape that an answer with a 2xx status must have: how it is read, and which objects it contains.</summary>
/// <param name="Read">Reads the whole body and adds what it drops to the collection. Throws only <see cref="UnreadableAnswerException"/>.</param>
/// <param name="Item">The known members of each object in the answer; null when they are not known.</param>
/// <param name="Items">Returns the objects in the answer. Called only for a body that <paramref name="Read"/> could read.</param>
internal sealed record AnswerShape<T>(Func<JsonElement, ICollection<Drift>, T> Read, JsonTypeInfo? Item, Func<JsonElement, IEnumerable<JsonElement>> Items)
{
    /// <summary>Returns the result for an empty body; null when an empty body is unreadable.</summary>
    public Func<T>? WhenEmpty { get; init; }

    /// <summary>Returns this shape with a comparison: an answer that does not match its request is unreadable.</summary>
    /// <param name="difference">Returns how the answer differs from the request; null when it does not differ.</param>
    public AnswerShape<T> Compared(Func<T, string?> difference) => this with
    {
        Read = (body, dropped) =>
        {
            var answer = Read(body, dropped);
            return difference(answer) is { } what ? throw new UnreadableAnswerException($"it does not match the request: {what}") : answer;
        },
    };
}
