using Jose;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>
/// A shop, and a server that answers one operation. A JOSE library that the product does not use writes and reads the encrypted bodies.
/// </summary>
internal sealed class OperationWire : IAsyncDisposable
{
    public static readonly string SecurityKey = string.Concat(Enumerable.Repeat("0a1b2c3d", 8));

    private readonly OperationRow _row;

    public OperationWire(OperationRow row, string? answer = null)
    {
        _row = row;
        var body = answer ?? row.Answer ?? "";
        Server = RawServer.Always(200, row.IsSealed ? Sealed(body) : body);
        Shop = new Shop(Server.Address, settings: options => options.SecurityKeys.Add(SecurityKey));
    }

    public RawServer Server { get; }

    public Shop Shop { get; }

    public static string Sealed(string body, string? key = null) => JWT.Encode(body, Convert.FromHexString(key ?? SecurityKey), JweAlgorithm.DIR, JweEncryption.A256GCM);

    /// <summary>Returns the JSON of a request, decrypted if necessary.</summary>
    public string Opened(RawRequest request) => _row.IsSealed
        ? JWT.Decode(request.Body, Convert.FromHexString(SecurityKey), JweAlgorithm.DIR, JweEncryption.A256GCM)
        : request.Body;

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        await Server.DisposeAsync();
    }
}
