namespace PaymentSdk.Tests.Architecture;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ko.md")]
    public void The_program_that_the_readme_shows_is_the_one_that_is_compiled(string readme)
    {
        var shown = File.ReadAllText(Path.Combine(Repository.Root, readme)).Split("```csharp\n")[1].Split("```")[0];
        var compiled = File.ReadAllText(Path.Combine(Repository.Root, "tests", "ReadmeProgram", "Program.cs"));

        Assert.Equal(compiled, shown);
    }
}
