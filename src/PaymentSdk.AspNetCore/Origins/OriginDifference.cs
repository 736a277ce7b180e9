namespace PaymentSdk.AspNetCore;

/// <summary>The parts in which two origins differ. Several may be set; none means the same origin.</summary>
[Flags]
public enum OriginDifference
{
    /// <summary>The same origin.</summary>
    None = 0,

    /// <summary>One is http, the other https.</summary>
    Scheme = 1,

    /// <summary>The host names differ; <c>www.myshop.com</c> is not <c>myshop.com</c>.</summary>
    Host = 2,

    /// <summary>The ports differ, and not only because the default port follows the scheme.</summary>
    Port = 4,
}
