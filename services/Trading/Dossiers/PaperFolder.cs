using System.Text.Json;
using TechMarket.Messages;

namespace TechMarket.Trading.Dossiers;

/// <summary>The papers of a dossier while they are being collected: what each service gave, as the reader may see it.</summary>
sealed class PaperFolder(DossierView view)
{
    private static readonly JsonSerializerOptions Readable = new(Platform.Data.Json.Options) { WriteIndented = true, NewLine = "\n" };

    private readonly List<Paper> papers = [];
    private readonly List<DossierLine> lines = [];
    private readonly List<(string Source, DossierEvent Event)> trail = [];
    private readonly HashSet<string> sealedTexts = new(StringComparer.Ordinal);

    /// <summary>Stands where a text would tell who objected.</summary>
    public const string Withheld = "（内容涉及异议人身份，不收入档案 / withheld: it tells who objected）";

    public DossierView View => view;

    /// <summary>Texts that stay out wherever they were repeated.</summary>
    public IReadOnlySet<string> SealedTexts => sealedTexts;

    public IReadOnlyList<Paper> Papers => papers;

    public IReadOnlyList<DossierLine> Lines => lines;

    public IReadOnlyList<(string Source, DossierEvent Event)> Trail => trail;

    public void Seal(string text) => sealedTexts.Add(text);

    /// <summary>The text, unless it has to stay out.</summary>
    public string? Say(string? text) => text is not null && sealedTexts.Contains(text) ? Withheld : text;

    public void Add(Paper paper) => papers.Add(paper);

    public string Json<T>(string path, string title, T content, string source = Dossier.Trading)
    {
        papers.Add(Paper.Text(path, title, source, JsonSerializer.Serialize(content, Readable) + "\n"));
        return path;
    }

    public void Line(string chapter, DateTimeOffset? at, string zh, string en, string? value = null, string? path = null) =>
        lines.Add(new DossierLine(chapter, at, zh, en, Say(value), path, false));

    public void Happened(string source, IEnumerable<DossierEvent> events) => trail.AddRange(events.Select(e => (source, e)));

    /// <summary>Takes what another service gave; its paths are its own word, so they are looked at.</summary>
    public void Take(string source, DossierPart part)
    {
        foreach (var file in part.Files.Where(Shown))
        {
            if (!StoredZip.IsPath(file.Path)) throw new InvalidOperationException($"{source} gave a paper with the path '{file.Path}'.");
            papers.Add(file.IsBase64 ? new Paper(file.Path, file.Title, source, Convert.FromBase64String(file.Content)) : Paper.Text(file.Path, file.Title, source, file.Content));
        }
        lines.AddRange(part.Lines.Where(l => view != DossierView.Bureau || !l.PartiesOnly));
        Happened(source, part.Trail);
    }

    private bool Shown(DossierFile file) => view != DossierView.Bureau || !file.PartiesOnly;
}
