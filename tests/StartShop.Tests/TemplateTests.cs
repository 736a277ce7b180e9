using System.Text.Json;

namespace StartShop.Tests;

/// <summary>The files that the template "payment-checkout" takes from this shop. <c>eng/try-packages.sh</c> builds and runs its output.</summary>
public sealed class TemplateTests
{
    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([StartPage.Root, .. path]));

    [Fact]
    public void The_database_that_the_template_replaces_is_the_one_of_the_program()
    {
        var template = JsonDocument.Parse(Read("templates", "PaymentSdk.Templates", "payment-checkout", ".template.config", "template.json"));
        var replaced = template.RootElement.GetProperty("symbols").GetProperty("database").GetProperty("replaces").GetString()!;

        Assert.Equal(2, Read("tests", "StartShop", "Program.cs").Split(replaced).Length);
    }
}
