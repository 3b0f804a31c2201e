using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TechMarket.Platform.Data;
using TechMarket.Trading.Dossiers;

namespace TechMarket.Trading.Tests.Dossiers;

/// <summary>
/// The archive as a file: what is written, and that no byte of it changes unseen. The verifier page is tested with the same vectors
/// (web/src/trading/dossier/verifier.test.ts). <c>TECHMARKET_APPROVE=1</c> writes them anew.
/// </summary>
public sealed class DossierArchiveTests
{
    private static readonly DossierLabel Label = new("JY-2026-000001", DossierView.Seller, "青山大学", "李审批", new DateTimeOffset(2026, 3, 2, 2, 0, 0, 123, TimeSpan.Zero));

    private static readonly Paper[] Papers =
    [
        Paper.Text("verify.html", "离线核验页", "trading", "<!doctype html><title>核验</title>"),
        Paper.Text("2-pricing/sale.json", "挂牌", "trading", "{\"number\":\"GP-2026-000001\"}\n"),
        new("6-registration/certificate-1.pdf", "登记证明", "contracts", [.. Enumerable.Range(0, 200).Select(i => (byte)(i * 7))]),
        Paper.Text("index.html", "档案目录", "trading", "<!doctype html><title>目录</title>"),
        Paper.Text("empty.txt", "空", "trading", ""),
    ];

    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    private static string Folder => Path.Combine(RepositoryRoot(), "tests", "Trading.Tests", "Dossiers", "Vectors");

    private static byte[] Whole => DossierArchive.Pack(Label, Papers).Zip;

    private static Dictionary<string, Func<byte[]>> Vectors => new()
    {
        ["intact"] = () => Whole,
        ["changed"] = () => Rewritten(files => files["2-pricing/sale.json"] = "{\"number\":\"GP-2026-000002\"}\n"u8.ToArray()),
        ["missing"] = () => Rewritten(files => files.Remove("6-registration/certificate-1.pdf")),
        ["added"] = () => Rewritten(files => files["extra.txt"] = [1]),
        ["manifest-changed"] = () => Rewritten(files => files["manifest.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["manifest.json"]).Replace("李审批", "王审批", StringComparison.Ordinal))),
        ["seal-missing"] = () => Rewritten(files => files.Remove("manifest.sha256")),
        ["manifest-missing"] = () => Rewritten(files => files.Remove("manifest.json")),
        ["file-and-its-hash-changed"] = () => Rewritten(Forge),
        ["appended"] = () => [.. Whole, 0],
        ["compressed"] = Compressed,
        ["no-zip"] = () => "not a zip file"u8.ToArray(),
    };

    public static TheoryData<string> Names => [.. Vectors.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_archive_is_written_and_judged_as_it_was(string name)
    {
        var (file, judged) = (Path.Combine(Folder, name + ".zip"), Path.Combine(Folder, name + ".judged.json"));
        // Another's compression is not ours to repeat to the byte.
        var zip = name == "compressed" && File.Exists(file) ? File.ReadAllBytes(file) : Vectors[name]();
        var verdict = DossierVerification.Of(zip);
        var text = JsonSerializer.Serialize(new { verdict.Findings, verdict.Manifest?.ContentHash, verdict.Fingerprint }, Readable);
        if (Environment.GetEnvironmentVariable("TECHMARKET_APPROVE") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(file, zip);
            File.WriteAllText(judged, text + "\n");
        }
        zip.ShouldBe(File.ReadAllBytes(file));
        text.ShouldBe(File.ReadAllText(judged).TrimEnd());
        verdict.Intact.ShouldBe(name == "intact");
    }

    [Fact]
    public void Any_changed_byte_of_the_archive_is_detected()
    {
        var zip = Whole;
        for (var at = 0; at < zip.Length; at++)
        {
            foreach (byte flip in (byte[])[1, 0x80])
            {
                var changed = (byte[])zip.Clone();
                changed[at] ^= flip;
                DossierVerification.Of(changed).Intact.ShouldBeFalse($"byte {at}");
            }
        }
    }

    [Fact]
    public void A_changed_byte_of_a_paper_is_named()
    {
        var zip = Whole;
        foreach (var paper in Papers.Where(p => p.Content.Length > 0))
        {
            var start = zip.AsSpan().IndexOf(paper.Content);
            foreach (var at in new[] { start, start + (paper.Content.Length / 2), start + paper.Content.Length - 1 })
            {
                var changed = (byte[])zip.Clone();
                changed[at] ^= 4;
                DossierVerification.Of(changed).Findings.ShouldBe([new DossierFinding(DossierFault.Changed, paper.Path)]);
            }
        }
    }

    [Fact]
    public void Any_zip_program_opens_it_and_any_sha256sum_reads_its_seal()
    {
        var packed = DossierArchive.Pack(Label, Papers);
        using var zip = new ZipArchive(new MemoryStream(packed.Zip), ZipArchiveMode.Read);
        zip.Entries.Select(e => e.FullName).ShouldBe(Papers.Select(p => p.Path).Append("manifest.json").Append("manifest.sha256").Order(StringComparer.Ordinal));
        foreach (var paper in Papers)
        {
            var entry = zip.GetEntry(paper.Path)!;
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            content.ToArray().ShouldBe(paper.Content);
            entry.LastWriteTime.DateTime.ShouldBe(new DateTime(1980, 1, 1));
        }
        using var seal = new StreamReader(zip.GetEntry("manifest.sha256")!.Open());
        seal.ReadToEnd().ShouldBe($"{packed.Fingerprint}  manifest.json\n");
    }

    [Fact]
    public void The_same_papers_give_the_same_bytes_in_whatever_order_and_another_time_changes_the_manifest_alone()
    {
        var first = DossierArchive.Pack(Label, Papers);
        DossierArchive.Pack(Label, Papers.Reverse()).Zip.ShouldBe(first.Zip);
        var later = DossierArchive.Pack(Label with { MadeAt = Label.MadeAt.AddDays(1), MadeByPerson = "王审批" }, Papers);
        (later.ContentHash, later.Fingerprint == first.Fingerprint).ShouldBe((first.ContentHash, false));
        var (a, b) = (DossierScene.Entries(first.Zip), DossierScene.Entries(later.Zip));
        a.Keys.Where(path => !a[path].AsSpan().SequenceEqual(b[path])).Order(StringComparer.Ordinal).ShouldBe(["manifest.json", "manifest.sha256"]);
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/../b")]
    [InlineData("c:\\x")]
    [InlineData(".hidden")]
    [InlineData("合同.pdf")]
    [InlineData("")]
    public void A_path_that_leads_elsewhere_is_refused(string path)
    {
        StoredZip.IsPath(path).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => DossierArchive.Pack(Label, [Paper.Text(path, "", "trading", "x")]));
    }

    [Fact]
    public async Task The_command_says_what_is_wrong_and_ends_accordingly()
    {
        var file = Path.Combine(Path.GetTempPath(), $"techmarket-{Guid.CreateVersion7():N}.zip");
        try
        {
            await File.WriteAllBytesAsync(file, Whole);
            var (code, said) = await Run(file);
            code.ShouldBe(0);
            said.ShouldContain("Every file is intact.");
            said.ShouldContain(DossierArchive.Pack(Label, Papers).Fingerprint);
            await File.WriteAllBytesAsync(file, Vectors["changed"]());
            (code, said) = await Run(file);
            code.ShouldBe(1);
            said.ShouldContain("CHANGED: 2-pricing/sale.json");
            said.ShouldNotContain("intact");
        }
        finally
        {
            File.Delete(file);
        }
        (await Run(file)).Code.ShouldBe(2);

        static async Task<(int Code, string Said)> Run(string path)
        {
            using var output = new StringWriter();
            return (await VerifyDossierCommand.Run([path], output), output.ToString());
        }
    }

    private static byte[] Rewritten(Action<Dictionary<string, byte[]>> change)
    {
        var files = DossierScene.Entries(Whole);
        change(files);
        return StoredZip.Write(files.Select(f => (f.Key, f.Value)));
    }

    /// <summary>A forger who mends the manifest's line of the file, but not what covers the manifest.</summary>
    private static void Forge(Dictionary<string, byte[]> files)
    {
        var forged = Paper.Text("index.html", "", "", "<!doctype html><title>伪造</title>");
        var known = Papers.Single(p => p.Path == "index.html");
        files["index.html"] = forged.Content;
        files["manifest.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["manifest.json"])
            .Replace(known.Sha256, forged.Sha256, StringComparison.Ordinal).Replace($"\"size\": {known.Content.Length},", $"\"size\": {forged.Content.Length},", StringComparison.Ordinal));
    }

    private static byte[] Compressed()
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in DossierScene.Entries(Whole))
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }
        return output.ToArray();
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TechMarket.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
