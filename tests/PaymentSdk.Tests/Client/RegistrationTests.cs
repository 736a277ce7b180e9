using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Configuration;

namespace PaymentSdk.Tests.Client;

public sealed class RegistrationTests
{
    private static readonly Dictionary<string, string?> Both = new()
    {
        ["Payment:SecretKey"] = "test_gsk_fake_shop",
        ["Payment:ClientKey"] = "test_gck_fake_shop",
        ["Payment:MerchantOrigins:0"] = "https://a.example",
        ["Payment:MerchantOrigins:1"] = "https://b.example",
        ["Payment:Recovery:MaxDelay"] = "00:01:00",
        ["Payment:b:SecretKey"] = "test_sk_fake_second",
        ["Payment:b:ClientKey"] = "test_ck_fake_second",
        ["Payment:b:ApiBaseAddress"] = "http://127.0.0.1:9/base/",
    };

    [Fact]
    public void Two_registrations_have_each_their_own_client_and_settings()
    {
        using var services = Build(services =>
        {
            services.AddPaymentSdk();
            services.AddPaymentSdk("b");
        });

        Assert.Same(services.GetRequiredService<IPaymentClient>(), services.GetRequiredKeyedService<IPaymentClient>(""));
        Assert.NotSame(services.GetRequiredService<IPaymentClient>(), services.GetRequiredKeyedService<IPaymentClient>("b"));
        Assert.Equal("test_gck_fake_shop", Settings(services, "").ClientKey);
        Assert.Equal("test_ck_fake_second", Settings(services, "b").ClientKey);
        Assert.Equal("http://127.0.0.1:9/base/", Settings(services, "b").ApiBaseAddress.AbsoluteUri);
        Assert.Equal(TimeSpan.FromMinutes(1), Settings(services, "").Recovery.MaxDelay);
    }

    [Fact]
    public void Adding_a_registration_twice_unites_its_settings_and_doubles_nothing()
    {
        using var services = Build(services =>
        {
            var first = services.AddPaymentSdk();
            var second = services.AddPaymentSdk();
            services.AddPaymentSdk(options => options.PublicAddress = "https://shop.example/");
            Assert.Equal(first.HttpClient.Name, second.HttpClient.Name);
        });

        Assert.Equal(["https://a.example", "https://b.example"], Settings(services, "").MerchantOrigins);
        Assert.Equal("https://shop.example", Settings(services, "").PublicAddress);
        Assert.Single(services.GetServices<IPaymentClient>());
    }

    [Fact]
    public void A_section_that_is_handed_over_is_bound_instead_of_the_hosts()
    {
        using var services = Build(services => services.AddPaymentSdk(Configuration().GetSection("Payment:b")));

        Assert.Equal("test_ck_fake_second", Settings(services, "").ClientKey);
    }

    [Fact]
    public void Without_a_configuration_the_error_says_what_to_configure()
    {
        var services = new ServiceCollection();
        services.AddPaymentSdk();
        using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IPaymentClient>().Payments.GetAsync(Shop.Key).GetAwaiter().GetResult());

        Assert.Contains("AddPaymentSdk(options => ...)", failure.Message);
    }

    [Theory]
    [InlineData("has space")]
    [InlineData("SecretKey")]
    [InlineData("recovery")]
    [InlineData("한국")]
    public void A_name_that_cannot_be_a_registration_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddPaymentSdk(name));
    }

    [Fact]
    public void Every_setting_is_a_name_that_no_registration_may_have()
    {
        Assert.Equal(
            typeof(PaymentSdkOptions).GetProperties().Select(property => property.Name).Append("LedgerProvider").Order(StringComparer.Ordinal),
            SettingNames.All.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_of_a_section_has_a_known_kind()
    {
        foreach (var section in SettingNames.Root.Below.Where(setting => setting.Kind is SettingKind.Section))
        {
            var properties = typeof(PaymentSdkOptions).GetProperty(section.Name)!.PropertyType.GetProperties();
            Assert.Equal(properties.Select(property => property.Name).Order(StringComparer.Ordinal), section.Below.Select(setting => setting.Name).Order(StringComparer.Ordinal));
            Assert.All(properties, property => Assert.Equal(property.PropertyType.IsGenericType && property.PropertyType.Name.StartsWith("IList", StringComparison.Ordinal), section.Find(property.Name)!.Kind is SettingKind.List or SettingKind.Restriction));
        }
    }

    [Fact]
    public void Every_setting_that_is_not_a_text_says_what_it_must_be()
    {
        foreach (var (setting, property) in Known(SettingNames.Root, typeof(PaymentSdkOptions)))
        {
            var type = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
            Assert.Equal((setting.Name, type == typeof(string)), (setting.Name, setting.Expected is null));
        }
    }

    private static IEnumerable<(Setting Setting, PropertyInfo Property)> Known(Setting section, Type options) =>
        from setting in section.Below
        let property = options.GetProperty(setting.Name)
        where property is not null
        from known in setting.Kind is SettingKind.Section ? Known(setting, property.PropertyType) : [(setting, property)]
        select known;

    private static ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(Configuration());
        add(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static IConfigurationRoot Configuration() => new ConfigurationBuilder().AddInMemoryCollection(Both).Build();

    private static PaymentSettings Settings(IServiceProvider services, string name) =>
        services.GetRequiredKeyedService<IPaymentSettingsSource>(name).Current;
}
