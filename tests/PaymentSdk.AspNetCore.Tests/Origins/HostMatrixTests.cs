using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>
/// The same checks in every host: which pages are allowed, what the browser may read, and that the shop's code runs for no other page.
/// </summary>
public sealed class HostMatrixTests
{
    public static TheoryData<string> Hosts => [.. HostKinds.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_origin_check_works_in(string name)
    {
        var kind = HostKinds.All.Single(kind => kind.Name == name);
        await using var host = await kind.StartAsync();
        List<string> faults = [];

        foreach (var check in OriginCheckCase.All)
        {
            var before = host.Handled;
            var answer = kind.Http2
                ? await Http2Client.SendAsync(host.Port, check.Method, check.Path(kind.Prefix), check.Body, check.Headers)
                : await host.SendAsync(check.Method, check.Path(kind.Prefix), check.Body, check.Headers);
            if (check.Fault(answer, host.Handled - before) is { } fault)
                faults.Add(fault);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
