using System.Runtime.InteropServices;

namespace TechMarket.Matching.Engine;

/// <summary>A form in which a unit may stand in a document.</summary>
/// <param name="Tokens">Index terms that must all be there.</param>
/// <param name="Whole">The text as one index term, if it is a known one.</param>
/// <param name="Verify">The tokens alone do not prove the text: look into the document.</param>
internal sealed record Phrase(string Text, ulong[] Tokens, ulong Whole, bool Verify);

/// <summary>A word or term of the query in its possible forms; a document is complete when it holds every unit.</summary>
internal sealed record QueryUnit(IReadOnlyList<Phrase> Forms)
{
    public Phrase Written => Forms[0];
    public bool IsSingleCharacter => Written.Text.Length == 1 && Tokenizer.IsHan(Written.Text[0]);
}

/// <summary>A term that adds to the score when present.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScoredTerm(ulong Key, float Weight);

/// <summary>What a query text asks for.</summary>
internal sealed class QueryPlan
{
    private const float LexiconTermWeight = 0.3f;

    /// <summary>What a thing's other name adds to the score, as a share of its rarity per token.</summary>
    public const float OtherNameWeight = 1.0f;

    private const int UnknownCharacterCost = 100;
    private const int TermCost = 10;
    private static readonly HashSet<string> StopWords = [.. WordLists.StopWords()];

    private readonly Lexicon lexicon;
    private readonly TokenBuffer tokens = new();
    private readonly List<QueryUnit> units = [];
    private readonly List<ScoredTerm> terms = [];
    private readonly HashSet<ulong> seen = [];

    private QueryPlan(Lexicon lexicon) => this.lexicon = lexicon;

    public IReadOnlyList<QueryUnit> Units => units;
    public IReadOnlyList<ScoredTerm> Terms => terms;

    /// <summary>Forms beside what was typed: they score only where they stand as a whole.</summary>
    public IEnumerable<Phrase> OtherNames
    {
        get
        {
            foreach (var unit in units)
                for (var i = 1; i < unit.Forms.Count; i++)
                    yield return unit.Forms[i];
        }
    }

    public static QueryPlan Of(string query, Lexicon lexicon)
    {
        var plan = new QueryPlan(lexicon);
        var folded = new FoldedText().Append(query.AsSpan(0, Math.Min(query.Length, SearchQuery.LongestText)));
        plan.Read(folded.Span);
        plan.Score(folded.Span);
        return plan;
    }

    private void Read(ReadOnlySpan<char> text)
    {
        var found = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (MixedName(text, i) is var mixed and > 0)
            {
                found.Add(text.Slice(i, mixed).ToString());
                i += mixed;
            }
            else if (Tokenizer.IsHan(text[i]))
            {
                var end = Tokenizer.HanEnd(text, i);
                Divide(text[i..end], found);
                i = end;
            }
            else if (Tokenizer.IsWordPart(text, i))
            {
                var end = Tokenizer.WordEnd(text, i);
                found.Add(Tokenizer.Joined(text[i..end]));
                i = end;
            }
            else
            {
                i++;
            }
        }
        var telling = found.Exists(term => !StopWords.Contains(term));
        foreach (var term in found)
        {
            if ((!telling || !StopWords.Contains(term)) && !units.Exists(unit => unit.Written.Text == term))
                units.Add(Unit(term));
        }
    }

    /// <summary>The length of a name of Chinese and Latin characters together, such as 3D打印.</summary>
    private static int MixedName(ReadOnlySpan<char> text, int from)
    {
        var length = Synonyms.LongestAt(text, from);
        if (length == 0)
            return 0;
        var name = text.Slice(from, length);
        var plain = Tokenizer.HanEnd(name, 0) == length || name.IndexOfAnyInRange('\u3400', '\u9FFF') < 0;
        return plain ? 0 : length;
    }

    /// <summary>Divides a run of Chinese characters into known terms: as few characters unknown, then as few terms as can be.</summary>
    private void Divide(ReadOnlySpan<char> run, List<string> into)
    {
        Span<int> cost = stackalloc int[run.Length + 1];
        Span<int> step = stackalloc int[run.Length + 1];
        for (var i = run.Length - 1; i >= 0; i--)
        {
            cost[i] = cost[i + 1] + UnknownCharacterCost;
            step[i] = 0;
            var walk = lexicon.Begin();
            for (var j = i; j < run.Length && walk.Step(run[j]); j++)
            {
                if (walk.IsTerm && cost[j + 1] + TermCost <= cost[i])
                    (cost[i], step[i]) = (cost[j + 1] + TermCost, j + 1 - i);
            }
        }
        for (var i = 0; i < run.Length;)
        {
            var start = i;
            if (step[i] > 0)
            {
                i += step[i];
            }
            else
            {
                while (i < run.Length && step[i] == 0)
                    i++;
                if (i - start == 1 && run.Length > 1)
                    continue;
            }
            into.Add(run[start..i].ToString());
        }
    }

    private QueryUnit Unit(string term)
    {
        var forms = new List<Phrase> { FormOf(term) };
        foreach (var variant in Synonyms.Variants(term))
            forms.Add(FormOf(variant));
        return new QueryUnit(forms);
    }

    private Phrase FormOf(string text)
    {
        tokens.Clear();
        Tokenizer.Read(text, lexicon, tokens);
        var plain = new List<ulong>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens.Extras[i])
                plain.Add(tokens.Keys[i]);
        }
        var known = text.Length >= 3 && lexicon.Contains(text);
        return new Phrase(text, [.. plain], known ? TermKey.Of(text) : 0, Verify: plain.Count > 1);
    }

    private void Score(ReadOnlySpan<char> text)
    {
        tokens.Clear();
        Tokenizer.Read(text, lexicon, tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var part = tokens.Extras[i];
            if (part && !Tokenizer.IsHan(text[tokens.Starts[i]]))
                continue;
            if (seen.Add(tokens.Keys[i]))
                terms.Add(new ScoredTerm(tokens.Keys[i], part ? LexiconTermWeight : 1f));
        }
    }
}
