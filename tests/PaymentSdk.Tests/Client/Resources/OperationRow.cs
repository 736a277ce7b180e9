using System.Text.Json;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>One operation of the API according to the fact sheet: the expected request, and an answer with every member.</summary>
internal sealed record OperationRow
{
    /// <summary>The method of the client, such as <c>Billing.ApproveAsync</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Calls the method, and reads a listing to its end.</summary>
    public required Func<IPaymentClient, Task<object?>> Call { get; init; }

    /// <summary>The HTTP method and the path.</summary>
    public required string Line { get; init; }

    /// <summary>The JSON of the request; null when there is none.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the request has an empty body.</summary>
    public bool SendsEmptyBody { get; init; }

    /// <summary>The expected idempotency key; <c>*</c> for any, null for none.</summary>
    public string? Key { get; init; }

    /// <summary>The access token of the buyer on whose behalf the call is made; null when the shop makes it.</summary>
    public string? Token { get; init; }

    /// <summary>Whether request and answer are encrypted.</summary>
    public bool IsSealed { get; init; }

    /// <summary>An answer with every member of the fact sheet; null for an empty body.</summary>
    public string? Answer { get; init; }

    /// <summary>The path of the object in the answer, such as <c>entityBody.items.0</c>.</summary>
    public string Part { get; init; } = "";

    /// <summary>The required members of that object.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>
    /// The members whose text has a meaning, for example because it is compared with the request. All other members must accept any text.
    /// </summary>
    public string[] Compared { get; init; } = [];

    public override string ToString() => $"{Line.Split(' ')[0]} {Line.Split(' ')[1].Split('?')[0]}";

    public static async Task<object?> FirstAsync<T>(IAsyncEnumerable<T> rows)
    {
        var read = new List<T>();
        await foreach (var row in rows.WithCancellation(TestContext.Current.CancellationToken))
            read.Add(row);
        return Assert.Single(read);
    }

    /// <summary>Returns the object of an answer.</summary>
    public JsonElement Object(JsonElement answer)
    {
        foreach (var step in Part.Split('.', StringSplitOptions.RemoveEmptyEntries))
            answer = int.TryParse(step, out var index) ? answer[index] : answer.GetProperty(step);
        return answer;
    }
}
