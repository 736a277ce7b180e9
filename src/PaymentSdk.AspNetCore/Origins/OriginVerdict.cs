namespace PaymentSdk.AspNetCore.Origins;

/// <summary>What the rules of docs/spec/origins.md §4 say about one request.</summary>
internal enum OriginVerdict
{
    /// <summary>From a registered origin: in, with CORS headers.</summary>
    Allowed,

    /// <summary>Without an origin, and that is all right here: in, without CORS headers.</summary>
    Passed,

    OriginMissing,
    OriginAmbiguous,
    OriginNull,
    OriginNotRegistered,
    RequestModeNotAllowed,
    UnsupportedMediaType,
}
