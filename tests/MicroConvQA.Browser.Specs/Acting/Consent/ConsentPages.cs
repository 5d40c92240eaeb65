using System.Globalization;
using System.Runtime.CompilerServices;

namespace MicroConvQA.Browser.Specs.Acting.Consent;

/// <summary>Pages with the platforms' real markup; what is answered they write to <c>window.log</c>.</summary>
internal static class ConsentPages
{
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="late">After how many milliseconds of page time the banner shows.</param>
    public static string Of(string name, int late = 0) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<script>window.log ??= []; const wait = {late}, answered = state => window.log.push(`analytics ${{state.analytics}}, ads ${{state.ads}}`);</script>{File.ReadAllText(Path.Combine(Folder(), name + ".html"))}"
        );

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Pages");
}
