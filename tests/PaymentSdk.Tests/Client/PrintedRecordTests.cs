using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client;

/// <summary>No record prints personal data or secrets.</summary>
public sealed partial class PrintedRecordTests
{
    private const string Marker = "MARKED-VALUE";

    public static TheoryData<Type> Records => new(typeof(Payment).Assembly.GetExportedTypes()
        .Where(type => type is { IsAbstract: false } && type.GetMethod("<Clone>$") is not null && Sensitive(type).Length > 0));

    [Fact]
    public void The_search_finds_the_records_that_it_is_for()
    {
        var found = Records.Select(row => row.Data).ToArray();

        Assert.Contains(typeof(Payment), found);
        Assert.Contains(typeof(PaymentCard), found);
        Assert.Contains(typeof(PaymentVirtualAccount), found);
        Assert.Contains(typeof(PaymentMobilePhone), found);
        Assert.Contains(typeof(RefundReceiveAccount), found);
        Assert.Contains(typeof(DepositAccount), found);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_with_personal_or_secret_members_does_not_print_them(Type type)
    {
        var print = type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic)!;
        Assert.False(print.IsDefined(typeof(CompilerGeneratedAttribute)), $"{type.Name} prints {string.Join(", ", Sensitive(type).Select(member => member.Name))}");

        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var member in Sensitive(type))
            member.SetValue(record, Marker);
        Assert.DoesNotContain(Marker, record.ToString());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_prints_the_names_of_its_members(Type type)
    {
        var printed = PrintedName().Matches(RuntimeHelpers.GetUninitializedObject(type).ToString()!).Select(name => name.Groups["name"].Value);

        Assert.Empty(printed.Except(type.GetProperties().Select(member => member.Name)));
    }

    [Fact]
    public void Unknown_members_are_never_printed()
    {
        var payment = Api.Payments.PaymentReader.Read(System.Text.Json.JsonElement.Parse(
            """{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1,"newMember":"MARKED-VALUE","card":{"newMember":"MARKED-VALUE"}}"""));

        Assert.DoesNotContain(Marker, payment.ToString());
        Assert.DoesNotContain(Marker, payment.Card!.ToString());
    }

    // Nested records are checked separately, so only members of type string count here.
    private static PropertyInfo[] Sensitive(Type type) => [.. type
        .GetProperties()
        .Where(member => member.PropertyType == typeof(string) && member.SetMethod is not null && Personal().IsMatch(member.Name))];

    [GeneratedRegex("(?<=[{,] )(?<name>[^,={}]*) = ")]
    private static partial Regex PrintedName();

    [GeneratedRegex("Card|Account|Identity|Phone|E?[Mm]ail|CustomerName|HolderName|RepresentativeName|DepositorName|Secret(?!Fingerprint)|^Number$|ApproveNo|BusinessNumber|BusinessRegistration|IssueNumber|BillingKey|AuthKey|Token|Password|Cavv")]
    private static partial Regex Personal();
}
