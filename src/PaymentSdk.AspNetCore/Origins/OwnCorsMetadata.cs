namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Marks an open endpoint that writes its own CORS headers. The host's CORS policies do not apply to it.</summary>
internal sealed class OwnCorsMetadata
{
    public static OwnCorsMetadata Instance { get; } = new();
}
