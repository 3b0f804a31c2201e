using System.Globalization;
using TechMarket.Rules;

namespace TechMarket.Standalone;

/// <summary>How the standalone host was asked to run.</summary>
/// <param name="DataFolder">Holds the database, files, keys, search snapshots and the demo accounts.</param>
/// <param name="SampleFolder">The sample data to load, or null.</param>
/// <param name="Command">Empty to run the market; <c>verify-audit</c> to check the audit chains and stop.</param>
sealed record Settings(int Port, string DataFolder, string Profile, string? SampleFolder, string Command)
{
    public const string Usage = """
        techmarket [--port N] [--data DIR] [--profile demo|CN|GS|LN|ZJ] [--sample DIR|none] [verify-audit|help]
        """;

    /// <returns>Null after saying what is wrong.</returns>
    public static Settings? Parse(string[] args)
    {
        var settings = new Settings(8080, ".data", "demo", null, "");
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "verify-audit" or "help" or "--help") settings = settings with { Command = args[i].TrimStart('-') };
            else if (i + 1 == args.Length) return Wrong($"{args[i]} needs a value, or is not known.");
            else
            {
                var value = args[++i];
                switch (args[i - 1])
                {
                    case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536:
                        settings = settings with { Port = port };
                        break;
                    case "--data":
                        settings = settings with { DataFolder = value };
                        break;
                    case "--profile" when RegionProfiles.Find(value) is { } profile:
                        settings = settings with { Profile = profile.Code };
                        break;
                    case "--sample":
                        settings = settings with { SampleFolder = value == "none" ? null : value };
                        break;
                    default:
                        return Wrong($"{args[i - 1]} {value} is not understood.");
                }
            }
        }
        return settings with { DataFolder = Path.GetFullPath(settings.DataFolder) };
    }

    private static Settings? Wrong(string what)
    {
        Console.Error.WriteLine(what);
        Console.Error.WriteLine(Usage);
        return null;
    }
}
