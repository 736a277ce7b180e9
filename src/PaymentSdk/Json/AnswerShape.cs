using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Json;

/// <summary>What a 2xx answer must be: how it is read, and which objects it is made of.</summary>
/// <param name="Read">Reads the whole body; throws <see cref="UnreadableAnswerException"/>.</param>
/// <param name="Item">The members that each of its objects is known to have.</param>
/// <param name="Items">Its objects; called only for what <paramref name="Read"/> could read.</param>
internal sealed record AnswerShape<T>(Func<JsonElement, T> Read, JsonTypeInfo Item, Func<JsonElement, IEnumerable<JsonElement>> Items);
