using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PaymentSdk.Diagnostics;
using PaymentSdk.Json;

namespace PaymentSdk.Http;

/// <summary>Counts what answers have that this version of the SDK does not know, per operation, and logs each thing once: time to update.</summary>
internal sealed class DriftWatch(ILogger logger)
{
    // The API decides what is unknown: its words must not fill memory or metrics.
    private const int Most = 200;

    private readonly ConcurrentDictionary<(string Operation, string Path, string? Word), byte> _seen = new();

    public void Look<T>(ApiOperation operation, AnswerShape<T> shape, JsonElement body)
    {
        if (shape.Item is not { } known)
            return;
        foreach (var drift in shape.Items(body).SelectMany(item => DriftFinder.Find(item, known)))
            Note(operation, WireWords.Clean(drift.Path) ?? "", WireWords.Clean(drift.Word), drift.Word is not null);
    }

    private void Note(ApiOperation operation, string path, string? word, bool isWord)
    {
        var isKept = _seen.Count < Most || _seen.ContainsKey((operation.Name, path, word));
        Telemetry.CountDrift(operation.Name, isWord ? "value" : "member", isKept ? path : "(more)");
        if (!isKept || !_seen.TryAdd((operation.Name, path, word), 0))
            return;
        if (isWord)
            Log.UnknownWord(logger, operation.Name, path, word);
        else
            Log.UnknownMember(logger, operation.Name, path);
    }
}
