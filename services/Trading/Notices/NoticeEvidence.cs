using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TechMarket.Platform.Data;

namespace TechMarket.Trading.Notices;

/// <summary>The whole record of a notice that passed, as one text and its hash: it protects the officer who signs (转化法; DOMAIN 1.7).</summary>
static class NoticeEvidence
{
    public static (string Record, string Hash) Seal(PriceNotice notice)
    {
        var record = JsonSerializer.Serialize(
            new
            {
                notice.Number,
                notice.NegotiationId,
                notice.SaleId,
                notice.FixedTermId,
                notice.Subject,
                notice.Contents,
                notice.PreparedBy,
                notice.PreparedAt,
                notice.PublishedAt,
                notice.Length,
                notice.Runs,
                Objections = notice.Objections.OrderBy(o => o.ReceivedAt).ThenBy(o => o.Id.Value).Select(o => new
                {
                    o.Id, o.Reason, o.ReceivedAt, o.State, o.Decision, ObjectorSealed = HashOf(o.SealedContact),
                }),
                PassedAt = notice.ClosedAt,
            },
            Json.Options);
        return (record, HashOf(Encoding.UTF8.GetBytes(record)));
    }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
