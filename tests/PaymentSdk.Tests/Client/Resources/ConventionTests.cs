using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>The conventions that every resource of the client follows.</summary>
public sealed class ConventionTests
{
    private static readonly Assembly Product = typeof(IPaymentClient).Assembly;

    private static readonly Type[] Resources =
        [typeof(IPaymentClient), .. typeof(IPaymentClient).GetProperties().Select(property => property.PropertyType)];

    [Fact]
    public void The_search_finds_every_resource() => Assert.Equal(11, Resources.Length);

    [Fact]
    public void Values_of_the_wire_are_open_no_enum_of_the_public_api_appears_in_a_request_or_result()
    {
        var closed = WireTypes().SelectMany(type => type.GetProperties())
            .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsEnum)
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.Empty(closed);
    }

    [Fact]
    public void An_open_value_keeps_a_text_that_it_does_not_know()
    {
        var open = Product.GetTypes().Where(IsOpenValue).ToArray();
        Assert.True(open.Length > 25);

        foreach (var type in open)
        {
            var value = typeof(ConventionTests).GetMethod(nameof(Kept), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(null, ["WORD_OF_NEXT_YEAR"]);
            Assert.Equal("WORD_OF_NEXT_YEAR", value);
        }
    }

    [Fact]
    public void Every_request_and_result_is_written_and_read_by_generated_code()
    {
        var contexts = Product.GetTypes().Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)))
            .Select(type => (JsonSerializerContext)type.GetProperty("Default")!.GetValue(null)!).ToArray();

        var missing = WireTypes().Where(type => !contexts.Any(context => ((IJsonTypeInfoResolver)context).GetTypeInfo(type, context.Options) is not null));

        Assert.Empty(missing.Select(type => type.Name));
    }

    [Fact]
    public void Every_call_has_optional_options_and_an_optional_token()
    {
        foreach (var method in Calls())
        {
            var parameters = method.GetParameters();
            Assert.Equal((typeof(CancellationToken), true), (parameters[^1].ParameterType, parameters[^1].HasDefaultValue));
            Assert.Equal((typeof(RequestOptions), true), (parameters[^2].ParameterType, parameters[^2].HasDefaultValue));
            Assert.EndsWith("Async", method.Name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_call_that_would_charge_again_when_repeated_requires_an_idempotency_key()
    {
        Type[] requests = [typeof(CancelRequest), typeof(KeyInRequest), typeof(BillingApproveRequest), typeof(BrandPayConfirmRequest), typeof(BrandPayPaymentRequest)];
        foreach (var request in requests)
            Assert.True(request.GetProperty("IdempotencyKey")!.IsDefined(typeof(RequiredMemberAttribute)), request.Name);

        foreach (var name in new[] { nameof(IPayouts.RequestAsync), nameof(IPayouts.CancelAsync) })
            Assert.False(typeof(IPayouts).GetMethod(name)!.GetParameters().Single(parameter => parameter.ParameterType == typeof(IdempotencyKey)).HasDefaultValue);
    }

    [Fact]
    public void Every_operation_of_the_client_is_held_against_the_fact_sheet()
    {
        var called = Operations.All.Select(row => row.Method).ToHashSet();

        var missing = Calls().Select(Name).Where(name => !called.Contains(name) && name != "SendAsync");

        Assert.Empty(missing);
        Assert.Empty(called.Except(Calls().Select(Name)));
    }

    [Fact]
    public void Every_public_member_is_documented()
    {
        var documented = XDocument.Load(Path.ChangeExtension(Product.Location, ".xml")).Descendants("member")
            .Where(member => member.HasElements).Select(member => member.Attribute("name")!.Value.Split('(')[0]).ToHashSet();

        var missing = WireTypes().Concat(Resources).SelectMany(type => type
            .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo { Name: not "EqualityContract" } || (member is MethodInfo { IsSpecialName: false } method && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && type.IsInterface))
            .Select(member => $"{(member is PropertyInfo ? 'P' : 'M')}:{type.FullName}.{member.Name}")
            .Append($"T:{type.FullName}"));

        Assert.Empty(missing.Except(documented));
    }

    private static IEnumerable<MethodInfo> Calls() =>
        Resources.SelectMany(type => type.GetMethods()).Where(method => !method.IsSpecialName);

    private static string Name(MethodInfo method)
    {
        var resource = typeof(IPaymentClient).GetProperties().SingleOrDefault(property => property.PropertyType == method.DeclaringType);
        return resource is null ? method.Name : $"{resource.Name}.{method.Name}";
    }

    /// <summary>Returns every record that a call takes or returns, and every record nested in one of them.</summary>
    private static HashSet<Type> WireTypes()
    {
        var found = new HashSet<Type>();
        foreach (var method in Calls())
        {
            Add(method.ReturnType, found);
            foreach (var parameter in method.GetParameters().Where(parameter => parameter.ParameterType != typeof(RequestOptions)))
                Add(parameter.ParameterType, found);
        }
        // These records are not serialized: the client copies their values into internal body types.
        found.ExceptWith([typeof(ConfirmRequest), typeof(CancelRequest), typeof(RefundReceiveAccount), typeof(BrandPayTokenRequest)]);
        Assert.True(found.Count > 45);
        return found;
    }

    private static void Add(Type type, HashSet<Type> found)
    {
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
                Add(argument, found);
        }
        else if (type.Assembly == Product && type.GetMethod("<Clone>$") is not null && found.Add(type))
        {
            foreach (var property in type.GetProperties())
                Add(property.PropertyType, found);
        }
    }

    private static bool IsOpenValue(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IOpenValue<>));

    private static string Kept<T>(string word)
        where T : struct, IOpenValue<T> => T.From(word).Value;
}
