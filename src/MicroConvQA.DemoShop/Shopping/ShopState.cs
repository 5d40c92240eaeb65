using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace MicroConvQA.DemoShop.Shopping;

/// <summary>The sessions, accounts and order numbers of one running shop, in memory.</summary>
internal sealed class ShopState
{
    private readonly ConcurrentDictionary<string, ShopSession> _sessions = new();
    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private int _orders = 10_000;

    public ShopSession? FindSession(string? id) => id is not null && _sessions.TryGetValue(id, out var session) ? session : null;

    public (string Id, ShopSession Session) OpenSession()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return (id, _sessions.GetOrAdd(id, _ => new ShopSession()));
    }

    public bool TryRegister(Account account) => _accounts.TryAdd(account.Email, account);

    public Account? FindAccount(string email, string password) =>
        _accounts.TryGetValue(email, out var account) && account.Password == password ? account : null;

    // The random part keeps the numbers of two runs apart, as a vendor's deduplication needs them.
    public string NextOrderNumber() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"LH-{Interlocked.Increment(ref _orders)}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(3))}"
        );
}
