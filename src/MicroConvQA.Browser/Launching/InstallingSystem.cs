namespace MicroConvQA.Browser.Launching;

/// <summary>What an installation must know of the machine.</summary>
/// <param name="HasApt">Whether it installs Debian packages.</param>
/// <param name="IsRoot">Whether we may do so.</param>
internal sealed record InstallingSystem(bool HasApt, bool IsRoot)
{
    public static InstallingSystem Here() =>
        new(
            File.Exists("/etc/debian_version") && File.Exists("/usr/bin/apt-get"),
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
        );
}
