using System.Collections.Frozen;

namespace PaymentSdk.Origins;

/// <summary>
/// Names under which strangers register names: a pattern over one of them would let every stranger in (origins.md §3).
/// Every single label counts (<c>com</c>, <c>kr</c>); the rest are the Korean registry's second levels and hosts of shops and pages.
/// </summary>
internal static class SharedSuffixes
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "ac.kr", "co.kr", "es.kr", "go.kr", "hs.kr", "kg.kr", "mil.kr", "ms.kr", "ne.kr", "or.kr", "pe.kr", "re.kr", "sc.kr",
        "busan.kr", "chungbuk.kr", "chungnam.kr", "daegu.kr", "daejeon.kr", "gangwon.kr", "gwangju.kr", "gyeongbuk.kr",
        "gyeonggi.kr", "gyeongnam.kr", "incheon.kr", "jeju.kr", "jeonbuk.kr", "jeonnam.kr", "seoul.kr", "ulsan.kr",
        "co.jp", "co.uk", "com.au", "com.br", "com.cn", "com.hk", "com.sg", "com.tw", "com.vn", "co.th", "co.id", "co.in", "co.nz",
        "cafe24.com", "imweb.me", "sixshop.com", "makeshop.co.kr", "godo.co.kr", "creatorlink.net", "modoo.at", "tistory.com",
        "github.io", "gitlab.io", "netlify.app", "vercel.app", "pages.dev", "workers.dev", "web.app", "firebaseapp.com",
        "herokuapp.com", "azurewebsites.net", "cloudfront.net", "amazonaws.com", "myshopify.com", "onrender.com", "fly.dev",
        "ngrok.io", "ngrok.app", "ngrok-free.app", "trycloudflare.com", "wixsite.com", "blogspot.com", "appspot.com", "run.app");

    public static bool Contains(string host)
    {
        var name = host.TrimEnd('.');
        return !name.Contains('.', StringComparison.Ordinal) || Names.Contains(name);
    }
}
