using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PaymentSdk.ConfirmPath;

/// <summary>
/// In a copy of the built assemblies, inserts a call to <see cref="Calls.Enter"/> at the beginning of each method that is not generated, except
/// constructors and the methods of records and enums.
/// </summary>
internal static class Weaving
{
    private static readonly string[] Assemblies = ["PaymentSdk.dll", "PaymentSdk.AspNetCore.dll", "PaymentSdk.EntityFrameworkCore.dll"];

    public static void Apply(string folder)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(folder);
        foreach (var name in Assemblies)
        {
            var path = Path.Combine(folder, name);
            using var assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { ReadSymbols = true, InMemory = true, AssemblyResolver = resolver });
            var enter = assembly.MainModule.ImportReference(typeof(Calls).GetMethod(nameof(Calls.Enter)));
            foreach (var method in assembly.MainModule.GetTypes().Where(type => !IsData(type)).SelectMany(type => type.Methods))
            {
                if (FileOf(method) is { } file)
                    Insert(method, enter, $"{file}|{Outermost(method.DeclaringType).Name}.{method.Name}@{method.DeclaringType.Name}");
            }

            assembly.Write(path);
        }
    }

    // Records and enums count as data: none of their methods, generated or written, is part of the path.
    private static bool IsData(TypeDefinition type)
    {
        var outer = Outermost(type);
        return outer.IsEnum || outer.Methods.Any(method => method.Name is "<Clone>$" or "PrintMembers");
    }

    private static string? FileOf(MethodDefinition method)
    {
        if (!method.HasBody || method.IsConstructor || method.DebugInformation.SequencePoints.FirstOrDefault() is not { } point)
            return null;
        var path = point.Document.Url.Replace('\\', '/');
        var isGenerated = path.Contains("/obj/", StringComparison.Ordinal) || path.Contains("/Migrations/", StringComparison.Ordinal) || path.EndsWith(".g.cs", StringComparison.Ordinal);
        var isAccessor = (method.IsGetter || method.IsSetter) && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");
        var source = path.LastIndexOf("/src/", StringComparison.Ordinal);
        return isGenerated || isAccessor || source < 0 ? null : path[(source + 1)..];
    }

    private static void Insert(MethodDefinition method, MethodReference enter, string text)
    {
        var writer = method.Body.GetILProcessor();
        var first = method.Body.Instructions[0];
        writer.InsertBefore(first, writer.Create(OpCodes.Ldstr, text));
        writer.InsertBefore(first, writer.Create(OpCodes.Call, enter));
    }

    private static TypeDefinition Outermost(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }
}
