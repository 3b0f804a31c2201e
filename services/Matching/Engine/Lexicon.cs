namespace TechMarket.Matching.Engine;

/// <summary>
/// Known Chinese terms as a trie: those of the word list and those learned from titles and keywords. One writer, any
/// number of readers without locks; terms are only ever added.
/// </summary>
internal sealed class Lexicon
{
    public const int LongestTerm = 12;

    /// <summary>Keywords are typed by users: beyond this many terms nothing new is learned.</summary>
    private const int Capacity = 300_000;

    private readonly TermTable edges = new(16_384);
    private readonly List<string> learned = [];
    private bool[] terms = new bool[16_384];
    private int nodes = 1;

    public Lexicon()
    {
        foreach (var term in Shipped)
            Publish(term);
        learned.Clear();
    }

    /// <summary>Terms beyond the shipped list, in the order they were learned. Writer only.</summary>
    public IReadOnlyList<string> Learned => learned;

    private static readonly string[] Shipped = ShippedTerms();

    public Walk Begin() => new(this);

    public bool Contains(ReadOnlySpan<char> folded)
    {
        var walk = Begin();
        foreach (var c in folded)
        {
            if (!walk.Step(c))
                return false;
        }
        return walk.IsTerm;
    }

    /// <summary>Whether a folded text may become a term: two to twelve Chinese characters.</summary>
    public bool Accepts(ReadOnlySpan<char> folded) =>
        folded.Length is >= 2 and <= LongestTerm && learned.Count < Capacity && Tokenizer.HanEnd(folded, 0) == folded.Length;

    /// <summary>Makes a term known; readers see it at once, so its postings must be complete before. Writer only.</summary>
    public void Publish(string term)
    {
        var node = 0;
        foreach (var c in term)
        {
            var edge = Edge(node, c);
            var next = edges.Find(edge);
            if (next < 0)
            {
                next = nodes++;
                if (next >= terms.Length)
                {
                    var larger = new bool[terms.Length * 2];
                    terms.CopyTo(larger, 0);
                    Volatile.Write(ref terms, larger);
                }
                edges.Add(edge, next);
            }
            node = next;
        }
        if (terms[node])
            return;
        Volatile.Write(ref terms[node], true);
        learned.Add(term);
    }

    private static ulong Edge(int node, char c) => ((ulong)(uint)node << 16) | c;

    private static string[] ShippedTerms()
    {
        var terms = new List<string>();
        foreach (var term in WordLists.Terms().Concat(Synonyms.Names))
        {
            var folded = FoldedText.Of(term);
            if (folded.Length is >= 2 and <= LongestTerm && Tokenizer.HanEnd(folded, 0) == folded.Length)
                terms.Add(folded);
        }
        return [.. terms];
    }

    /// <summary>Follows a text into the trie.</summary>
    public struct Walk(Lexicon lexicon)
    {
        private int node;

        public readonly bool IsTerm
        {
            get
            {
                var terms = Volatile.Read(ref lexicon.terms);
                return node < terms.Length && terms[node];
            }
        }

        public bool Step(char c)
        {
            var next = lexicon.edges.Find(Edge(node, c));
            if (next < 0)
                return false;
            node = next;
            return true;
        }
    }
}
