namespace PaymentSdk.AspNetCore;

/// <summary>The parts in which two origins differ. Several flags may be set; none means the same origin.</summary>
[Flags]
public enum OriginDifference
{
    /// <summary>The same origin.</summary>
    None = 0,

    /// <summary>One scheme is http and the other is https.</summary>
    Scheme = 1,

    /// <summary>The hosts differ. For example, <c>www.myshop.com</c> is not <c>myshop.com</c>.</summary>
    Host = 2,

    /// <summary>The ports differ, and not only because the default port follows the scheme.</summary>
    Port = 4,
}
