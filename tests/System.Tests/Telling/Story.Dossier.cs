using TechMarket.SystemTests.Running;

namespace TechMarket.SystemTests.Telling;

/// <summary>Somebody has the evidence dossier of the deal made and takes it home.</summary>
sealed partial class Story
{
    public async Task<byte[]> Dossier(Person person)
    {
        var address = $"/api/trading/deals/{DealId}/dossiers/{Guid.CreateVersion7()}";
        await person.Put(address, new { });
        await Eventually("the dossier is made", async () => (await person.Get(address)).Text("state") is "READY" ? (int?)0 : null, 120);
        return await person.Download(address + "/file", "application/zip");
    }
}
