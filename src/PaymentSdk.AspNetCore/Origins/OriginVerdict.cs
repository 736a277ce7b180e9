namespace PaymentSdk.AspNetCore.Origins;

/// <summary>The result of the rules of docs/spec/origins.md §4 for one request.</summary>
internal enum OriginVerdict
{
    /// <summary>The request comes from a registered origin. It is let in with CORS headers.</summary>
    Allowed,

    /// <summary>The request has no origin and needs none. It is let in without CORS headers.</summary>
    Passed,

    OriginMissing,
    OriginAmbiguous,
    OriginNull,
    OriginNotRegistered,
    RequestModeNotAllowed,
    UnsupportedMediaType,
}
