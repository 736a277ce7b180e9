namespace PaymentSdk.Configuration;

/// <summary>What a key is for.</summary>
internal enum KeyRole
{
    /// <summary>Authenticates the server; never leaves it.</summary>
    Secret,

    /// <summary>Names the shop in the browser; public.</summary>
    Client,

    /// <summary>A secret of 2020 to 2022, no longer issued.</summary>
    Legacy,
}
