using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PaymentSdk.Api.Json;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.Api.Wire;

/// <summary>Counts, per operation, the parts of answers that this version of the SDK does not know or cannot use, and logs each part once.</summary>
internal sealed class DriftWatch(ILogger logger)
{
    // The API chooses the unknown words, so they must not fill memory or metrics.
    private const int Most = 200;

    private readonly ConcurrentDictionary<(string Operation, DriftKind Kind, string Path, string? Word), byte> _seen = new();

    public void Look<T>(ApiOperation operation, AnswerShape<T> shape, JsonElement body, IEnumerable<Drift> dropped)
    {
        foreach (var drift in dropped)
            Note(operation, drift.Kind, PrintableText.Clean(drift.Path) ?? "", null);
        if (shape.Item is not { } known)
            return;
        foreach (var drift in shape.Items(body).SelectMany(item => DriftFinder.Find(item, known)))
            Note(operation, drift.Kind, PrintableText.Clean(drift.Path) ?? "", PrintableText.Clean(drift.Word));
    }

    private void Note(ApiOperation operation, DriftKind kind, string path, string? word)
    {
        var thing = (operation.Name, kind, path, word);
        var isKept = _seen.Count < Most || _seen.ContainsKey(thing);
        Telemetry.CountDrift(operation.Name, Name(kind), isKept ? path : "(more)");
        if (!isKept || !_seen.TryAdd(thing, 0))
            return;
        switch (kind)
        {
            case DriftKind.Word:
                Log.UnknownWord(logger, operation.Name, path, word);
                break;
            case DriftKind.Member:
                Log.UnknownMember(logger, operation.Name, path);
                break;
            default:
                Log.DroppedMember(logger, operation.Name, path, kind is DriftKind.Twice ? "it appears twice with different values" : "it cannot be read");
                break;
        }
    }

    private static string Name(DriftKind kind) => kind switch
    {
        DriftKind.Word => "value",
        DriftKind.Member => "member",
        DriftKind.Twice => "twice",
        _ => "unreadable",
    };
}
