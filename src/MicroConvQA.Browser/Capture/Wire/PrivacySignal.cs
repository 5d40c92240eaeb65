using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// Global Privacy Control (https://www.w3.org/TR/gpc/) on every engine: the proxy adds the header to all requests; pages and frames get the
/// property by a script that runs before theirs, and workers by a first statement in their script, which passes the proxy. Only a worker
/// whose script is a blob or a data URL does not see it.
/// </summary>
internal static class PrivacySignal
{
    public const string Header = "Sec-GPC";

    /// <summary>Runs before the scripts of every page and frame.</summary>
    public const string InitScript =
        "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true, enumerable: true });";

    private const string Prologue =
        "Object.defineProperty(WorkerNavigator.prototype,'globalPrivacyControl',{get:()=>true,configurable:true,enumerable:true});";

    private static readonly HashSet<string> Workers = ["worker", "sharedworker", "serviceworker"];

    /// <summary>Adds the header, and asks for workers' scripts in plain text.</summary>
    public static void AddTo(HttpRequest request)
    {
        request.Headers[Header] = "1";
        if (IsWorkerScript(request))
            request.Headers.AcceptEncoding = "identity";
    }

    public static bool IsWorkerScript(HttpRequest request) => Workers.Contains(request.Headers["Sec-Fetch-Dest"].ToString());

    /// <summary>
    /// The script with the property before it, on its own first line, so that no line number changes; strict stays strict.
    /// </summary>
    public static byte[] InScript(byte[] script)
    {
        var text = Encoding.UTF8.GetString(script);
        var isStrict = Regex.IsMatch(text, @"^\s*(['""])use strict\1", RegexOptions.None, TimeSpan.FromSeconds(1));
        return Encoding.UTF8.GetBytes($"{(isStrict ? "'use strict';" : "")}{Prologue}{text.TrimStart('\uFEFF')}");
    }
}
