using System.Text.Json;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>One operation of the API as the fact sheet has it: what must be on the wire, and an answer with every member.</summary>
internal sealed record OperationRow
{
    /// <summary>The method of the client, e.g. <c>Billing.ApproveAsync</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Calls it; a listing is read to its end.</summary>
    public required Func<IPaymentClient, Task<object?>> Call { get; init; }

    /// <summary>Method and path.</summary>
    public required string Line { get; init; }

    /// <summary>The JSON that is sent; null when nothing is.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the body is there and empty.</summary>
    public bool SendsEmptyBody { get; init; }

    /// <summary>The idempotency key that must be sent; <c>*</c> for any, null for none.</summary>
    public string? Key { get; init; }

    /// <summary>The token of the buyer that it acts for; null is the shop itself.</summary>
    public string? Token { get; init; }

    /// <summary>Whether request and answer travel encrypted.</summary>
    public bool IsSealed { get; init; }

    /// <summary>An answer with every member of the fact sheet; null is an empty body.</summary>
    public string? Answer { get; init; }

    /// <summary>Where in the answer its object is, e.g. <c>entityBody.items.0</c>.</summary>
    public string Part { get; init; } = "";

    /// <summary>The members of that object that must be there.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Members whose text is more than a word, e.g. what is compared with what was asked; the others must survive any text.</summary>
    public string[] Compared { get; init; } = [];

    public override string ToString() => $"{Line.Split(' ')[0]} {Line.Split(' ')[1].Split('?')[0]}";

    public static async Task<object?> FirstAsync<T>(IAsyncEnumerable<T> rows)
    {
        var read = new List<T>();
        await foreach (var row in rows.WithCancellation(TestContext.Current.CancellationToken))
            read.Add(row);
        return Assert.Single(read);
    }

    /// <summary>The object of an answer.</summary>
    public JsonElement Object(JsonElement answer)
    {
        foreach (var step in Part.Split('.', StringSplitOptions.RemoveEmptyEntries))
            answer = int.TryParse(step, out var index) ? answer[index] : answer.GetProperty(step);
        return answer;
    }
}
