using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// The certificates of one run: one key, made for the run and kept in memory only, and for each host a certificate signed with it.
/// A browser trusts them by the hash of that key; nothing is trusted by the system.
/// </summary>
internal sealed class RunCertificates : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ConcurrentDictionary<string, X509Certificate2> byHost = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The key as Chromium's <c>--ignore-certificate-errors-spki-list</c> names it: base64 of SHA-256 over the public key info.
    /// </summary>
    public string KeyHash => Convert.ToBase64String(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    public X509Certificate2 For(string host) => byHost.GetOrAdd(host, Make);

    public void Dispose()
    {
        foreach (var certificate in byHost.Values)
        {
            certificate.Dispose();
        }

        key.Dispose();
    }

    private X509Certificate2 Make(string host)
    {
        // The key stands for the run, so a certificate that outlives a long night would only break walks.
        var request = new CertificateRequest("CN=MicroConvQA recording proxy", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(NamesOf(host));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        var now = DateTimeOffset.UtcNow;
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        // Windows ends TLS only with a key that its own store has seen.
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
        }
    }

    private static X509Extension NamesOf(string host)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        return names.Build();
    }
}
