using System.Diagnostics;

namespace TechMarket.Platform.Postgres;

/// <summary>
/// The account PostgreSQL runs under. It refuses to run as root, so a host that is root hands it to
/// <c>postgres</c>, or <c>nobody</c> where that account does not exist; an ordinary user runs it as itself.
/// </summary>
sealed record ServerUser(string? Name)
{
    private static readonly ServerUser Self = new((string?)null);

    public static ServerUser Choose()
    {
        if (!Environment.IsPrivilegedProcess)
            return Self;
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        string[] candidates = ["postgres", "nobody"];
        return new ServerUser(candidates.FirstOrDefault(accounts.Contains)
            ?? throw new PostgresSetupException(
                "PostgreSQL does not run as root and this system has neither an account 'postgres' nor 'nobody'. "
                + "Create one (useradd --system postgres) or start as an ordinary user."));
    }

    /// <summary>A command line that runs under this account with a clean environment.</summary>
    public ProcessStartInfo Command(string file, string workingFolder, params IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = workingFolder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Name is not null)
            info.UserName = Name;
        info.Environment.Clear();
        info.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";
        info.Environment["LC_ALL"] = "C.UTF-8";
        info.Environment["HOME"] = workingFolder;
        return info;
    }

    /// <summary>Runs a command under this account to its end.</summary>
    public async Task<(int ExitCode, string Output)> Run(
        string file, string workingFolder, IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Command(file, workingFolder, arguments) };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (127, e.Message);
        }
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Whether the account may enter the folder: every parent has to let it through.</summary>
    public async Task<bool> Reaches(string folder, CancellationToken ct) =>
        Name is null || (await Run("/usr/bin/test", "/", ["-x", folder], ct)).ExitCode == 0;

    /// <summary>Gives a file or a whole folder to the account; nothing to do for an ordinary user.</summary>
    public async Task Own(string path, CancellationToken ct)
    {
        if (Name is null)
            return;
        var (exitCode, output) = await Self.Run("chown", "/", ["-R", $"{Name}:", path], ct);
        // The server of a host that was killed may still be ending and take its files away under chown's eyes.
        for (var again = 0; exitCode != 0 && again < 20; again++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), ct);
            (exitCode, output) = await Self.Run("chown", "/", ["-R", $"{Name}:", path], ct);
        }
        if (exitCode != 0)
            throw new PostgresSetupException($"The folder {path} could not be given to the account '{Name}': {output}");
    }
}
