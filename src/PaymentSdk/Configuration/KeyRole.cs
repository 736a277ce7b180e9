namespace PaymentSdk.Configuration;

/// <summary>The purpose of a key.</summary>
internal enum KeyRole
{
    /// <summary>Authenticates the server, and must never be shown to a browser.</summary>
    Secret,

    /// <summary>Identifies the shop in the browser, and is public.</summary>
    Client,

    /// <summary>A secret key of the form that was issued from 2020 to 2022 and is no longer issued.</summary>
    Legacy,
}
