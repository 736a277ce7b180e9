using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PaymentSdk.Tests.Shared.Fuzzing;

/// <summary>
/// Changes a real document as a hostile or broken sender would: it swaps types, duplicates, removes or renames members, sets them to null, and
/// writes invalid text, extreme dates and numbers, deep nesting or truncated documents. The same seed makes the same changes.
/// </summary>
public sealed class Mutator(int seed)
{
    private const int MostDepth = 5_000;

    private static readonly string[] Odd =
    [
        "null", "true", "false", "0", "-1", "-0", "1", "1.5", "15000.00001", "1e400", "-1e400", "1E+29", "1e-400", "79228162514264337593543950335",
        "999999999999999999999999999999999999999999", "9223372036854775808", "\"15000\"", "\" 15000 \"", "\"15,000\"", "\"1e4\"", "\"NaN\"", "\"Infinity\"", "\"\"",
        "\" \"", "\"x\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud83d\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\uFFFF\"", "\"\\u202e\"", "\"\\r\\nSet-Cookie: a=b\"",
        "\"0001-01-01\"", "\"0001-01-01T00:00:00+09:00\"", "\"9999-12-31\"", "\"9999-12-31T23:59:59Z\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"10000-01-01\"",
        "\"2026-02-30T25:61:61+99:99\"", "\"-0001-01-01\"", "\"2026-11-28T12:00:00\"", "{}", "[]", "[null]", "[[]]", "[{}]", "{\"a\":{\"a\":{}}}", "{\"value\":1,\"currency\":\"KRW\"}",
        "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", "{\"\":null}", "\"javascript:alert(1)\"", "\"http://evil.example/\"", "\"https://user:secret@evil.example/\"", "\"//evil.example\"", "\"DONE\"",
        "\"CANCELED\"", "\"PARTIAL_CANCELED\"", "\"WAITING_FOR_DEPOSIT\"", "\"EXPIRED\"", "\"ABORTED\"", "\"IN_PROGRESS\"", "\"COMPLETED\"", "\"FAILED\"", "\"KRW\"", "\"USD\"",
    ];

    private static readonly string[] Names = ["", "a.b", "cancels[0].cancelAmount", "cancels[].cancelAmount", "__proto__", "\\ud800", "\\u0000", "code", "error", "status", "$.card", "card"];

    private static readonly HashSet<string> Deciding =
    [
        "paymentKey", "orderId", "status", "currency", "totalAmount", "balanceAmount", "cancels", "cancelAmount", "cancelStatus", "transactionKey", "lastTransactionKey",
        "dueDate", "approvedAt", "url", "method", "refundStatus", "virtualAccount", "code", "amount", "secret", "eventType", "data", "createdAt",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Returns the document with one to three changes; the result may no longer be valid JSON or UTF-8.</summary>
    public byte[] Mutate(string json)
    {
        var text = json;
        for (var changes = _random.Next(1, 4); changes > 0; changes--)
        {
            try
            {
                using var document = JsonDocument.Parse(text);
                text = new Writer(this, document.RootElement).Write();
            }
            // An earlier change made the document invalid JSON or too deep, which is enough.
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                break;
            }
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        return _random.Next(6) == 0 ? Break(bytes) : bytes;
    }

    /// <summary>Returns one of the values.</summary>
    public T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    /// <summary>Returns a number from 0 to <paramref name="below"/> - 1.</summary>
    public int Next(int below) => _random.Next(below);

    private byte[] Break(byte[] bytes)
    {
        var at = _random.Next(bytes.Length + 1);
        return _random.Next(13) switch
        {
            0 => [],
            1 => bytes[..at],
            2 => [0xEF, 0xBB, 0xBF, .. bytes],
            3 => [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. bytes],
            4 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)),
            5 => [.. bytes[..at], 0, .. bytes[at..]],
            6 => [.. bytes[..at], 0xFF, 0xC0, 0x80, .. bytes[at..]],
            7 => [.. bytes, .. bytes],
            8 => [.. bytes[..at], .. "\\ud800"u8, .. bytes[at..]],
            9 => [.. "<html>"u8, .. bytes],
            10 => [.. bytes[..at], (byte)_random.Next(256), .. bytes[Math.Min(at + 1, bytes.Length)..]],
            11 => [.. " \r\n\t"u8, .. bytes, .. "\0"u8],
            _ => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(bytes)),
        };
    }

    private string OddValue() => _random.Next(12) switch
    {
        0 => $"\"{new string('x', Pick([65, 201, 300, 5_000]))}\"",
        1 => Nested(Pick([30, 63, 64, 70, MostDepth])),
        2 => new string('9', Pick([16, 30, 400])),
        3 => $"\"{new string('0', 200)}\\u0000\"",
        _ => Pick(Odd),
    };

    private static string Nested(int depth) => string.Concat(new string('[', depth), "1", new string(']', depth));

    /// <summary>Writes a document with one changed value.</summary>
    private sealed class Writer
    {
        private readonly Mutator _mutator;
        private readonly JsonElement _root;
        private readonly StringBuilder _text = new();
        private readonly int _target;
        private int _index;

        public Writer(Mutator mutator, JsonElement root)
        {
            (_mutator, _root) = (mutator, root);
            var all = new List<string>();
            Count(root, "", all);
            var deciding = Enumerable.Range(0, all.Count).Where(index => Deciding.Contains(all[index])).ToList();
            _target = deciding.Count > 0 && mutator.Next(2) == 0 ? mutator.Pick(deciding) : mutator.Next(all.Count);
        }

        public string Write()
        {
            WriteValue(_root, _index++ == _target);
            return _text.ToString();
        }

        private static void Count(JsonElement element, string name, List<string> all)
        {
            all.Add(name);
            if (element.ValueKind is JsonValueKind.Object)
            {
                foreach (var member in element.EnumerateObject())
                    Count(member.Value, member.Name, all);
            }
            else if (element.ValueKind is JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                    Count(item, name, all);
            }
        }

        private void WriteValue(JsonElement element, bool isTarget)
        {
            if (isTarget)
            {
                _text.Append(Changed(element));
                Skip(element);
                return;
            }

            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    WriteMembers(element);
                    break;
                case JsonValueKind.Array:
                    WriteItems(element);
                    break;
                default:
                    _text.Append(element.GetRawText());
                    break;
            }
        }

        private void WriteMembers(JsonElement element)
        {
            var parts = new List<string>();
            foreach (var member in element.EnumerateObject())
            {
                var name = JsonSerializer.Serialize(member.Name);
                var isTarget = _index++ == _target;
                var kind = isTarget ? _mutator.Next(8) : -1;
                var raw = member.Value.GetRawText();
                switch (kind)
                {
                    case 0:
                        Skip(member.Value);
                        break;
                    case 1:
                        Skip(member.Value);
                        parts.Add($"\"{_mutator.Pick(Names)}\":{raw}");
                        break;
                    case 2:
                        Skip(member.Value);
                        parts.AddRange([$"{name}:{raw}", $"{name}:{_mutator.OddValue()}"]);
                        break;
                    case 3:
                        Skip(member.Value);
                        parts.AddRange([$"{name}:{_mutator.OddValue()}", $"{name}:{raw}"]);
                        break;
                    case 4:
                        Skip(member.Value);
                        parts.AddRange([$"{name}:{raw}", $"{name}:{raw}"]);
                        break;
                    default:
                        var outer = _text.Length;
                        WriteValue(member.Value, isTarget);
                        parts.Add($"{name}:{_text.ToString(outer, _text.Length - outer)}");
                        _text.Length = outer;
                        break;
                }
            }

            _text.Append('{').AppendJoin(',', parts).Append('}');
        }

        private void WriteItems(JsonElement element)
        {
            _text.Append('[');
            var first = true;
            foreach (var item in element.EnumerateArray())
            {
                if (!first)
                    _text.Append(',');
                first = false;
                WriteValue(item, _index++ == _target);
            }

            _text.Append(']');
        }

        private string Changed(JsonElement element)
        {
            var raw = element.GetRawText();
            return (_mutator.Next(4), element.ValueKind) switch
            {
                (0, JsonValueKind.Number) => $"\"{raw}\"",
                (0, JsonValueKind.String) when decimal.TryParse(element.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out _) => element.GetString()!,
                (0, JsonValueKind.String) => $"{{\"text\":{raw}}}",
                (0, JsonValueKind.Array) => $"[{string.Join(',', element.EnumerateArray().Select(item => item.GetRawText()).Prepend("null"))}]",
                (0, _) => $"[{raw}]",
                (1, JsonValueKind.Array) => $"[{string.Join(',', element.EnumerateArray().Concat(element.EnumerateArray()).Select(item => item.GetRawText()))}]",
                _ => _mutator.OddValue(),
            };
        }

        private void Skip(JsonElement element)
        {
            var inner = new List<string>();
            Count(element, "", inner);
            _index += inner.Count - 1;
        }
    }
}
