namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Marks an open endpoint that writes its own CORS headers: policies of the host leave it alone.</summary>
internal sealed class OwnCorsMetadata
{
    public static OwnCorsMetadata Instance { get; } = new();
}
