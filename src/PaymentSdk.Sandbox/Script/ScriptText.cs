using PaymentSdk.Sandbox.Http;

namespace PaymentSdk.Sandbox.Script;

/// <summary>The public script is one classic script; it is written in parts, in this order.</summary>
internal static class ScriptText
{
    private static readonly string[] _parts =
        ["gateway", "errors", "keys", "checks", "frames", "order", "window", "drawn", "widgets", "payment", "entry"];

    public static string Assemble()
    {
        var parts = _parts.Select(part => EmbeddedFile.Read($"script/{part}.js"));
        return $"(function () {{\n'use strict';\n{string.Join('\n', parts)}}})();\n";
    }
}
