namespace TechMarket.Notifications.Notices;

/// <summary>Something a person should know, in both languages, with the place it leads to. One per cause and person.</summary>
sealed class Notice
{
    private Notice()
    {
    }

    public Notice(Guid id, Guid cause, NoticeKind kind, People.Member person, string organisationName, LocalText title, LocalText text, string link, bool inDigest, DateTimeOffset now)
    {
        (Id, Cause, PersonId, OrganisationId, OrganisationName) = (id, cause, person.PersonId, person.OrganisationId, organisationName);
        (Kind, NeedsAction, Link, WaitsForDigest, CreatedAt) = (kind.Code, kind.NeedsAction, link, inDigest, now);
        (TitleZh, TitleEn, TextZh, TextEn) = (title.Zh, title.En, text.Zh, text.En);
    }

    public Guid Id { get; private set; }

    /// <summary>Made from the fact's content: the same fact tells a person once, whatever message brought it.</summary>
    public Guid Cause { get; private set; }

    public Guid PersonId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public string OrganisationName { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public bool NeedsAction { get; private set; }
    public string TitleZh { get; private set; } = "";
    public string TitleEn { get; private set; } = "";
    public string TextZh { get; private set; } = "";
    public string TextEn { get; private set; } = "";
    public string Link { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }
    public bool WaitsForDigest { get; private set; }

    /// <returns>False if it was read before.</returns>
    public bool Read(DateTimeOffset now)
    {
        if (ReadAt is not null) return false;
        ReadAt = now;
        return true;
    }

    public void Digested() => WaitsForDigest = false;
}

/// <summary>A text in both languages of the market.</summary>
sealed record LocalText(string Zh, string En)
{
    public LocalText Fill(IReadOnlyList<(string Name, LocalText Value)> values)
    {
        var (zh, en) = (Zh, En);
        foreach (var (name, value) in values)
        {
            zh = zh.Replace("{" + name + "}", value.Zh, StringComparison.Ordinal);
            en = en.Replace("{" + name + "}", value.En, StringComparison.Ordinal);
        }
        return new LocalText(zh, en);
    }

    public static implicit operator LocalText(string same) => new(same, same);
}
