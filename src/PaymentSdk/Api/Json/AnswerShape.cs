using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Api.Json;

/// <summary>What a 2xx answer must be: how it is read, and which objects it is made of.</summary>
/// <param name="Read">Reads the whole body and notes what it drops of it; throws <see cref="UnreadableAnswerException"/> and nothing else.</param>
/// <param name="Item">The members that each of its objects is known to have; null when nothing is known.</param>
/// <param name="Items">Its objects; called only for what <paramref name="Read"/> could read.</param>
internal sealed record AnswerShape<T>(Func<JsonElement, ICollection<Drift>, T> Read, JsonTypeInfo? Item, Func<JsonElement, IEnumerable<JsonElement>> Items)
{
    /// <summary>What an empty body means; null where one cannot be used.</summary>
    public Func<T>? WhenEmpty { get; init; }

    /// <summary>The same answer, compared with what was asked once it is read.</summary>
    /// <param name="difference">What differs; null when nothing does.</param>
    public AnswerShape<T> Compared(Func<T, string?> difference) => this with
    {
        Read = (body, dropped) =>
        {
            var answer = Read(body, dropped);
            return difference(answer) is { } what ? throw new UnreadableAnswerException($"it is not of what was asked: {what}") : answer;
        },
    };
}
