using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace PaymentSdk.Sandbox.Faults;

/// <summary>The connection below TLS and HTTP, on which a FIN can be sent.</summary>
internal sealed record RawConnection(PipeWriter Output)
{
    public static ConnectionDelegate Expose(ConnectionDelegate next) => connection =>
    {
        connection.Features.Set(new RawConnection(connection.Transport.Output));
        return next(connection);
    };
}
