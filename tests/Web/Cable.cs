using System.Net;
using System.Net.Sockets;

namespace TechMarket.WebTests;

/// <summary>The line between one browser and the market, which can be cut: what runs over it breaks off, and nothing connects until it is mended.</summary>
sealed class Cable : IAsyncDisposable
{
    private readonly Uri market;
    private readonly List<TcpClient> ends = [];
    private readonly int port;
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;

    public Cable(Uri market)
    {
        this.market = market;
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = Accept(listener);
    }

    /// <summary>What the browser opens instead of the market.</summary>
    public Uri Address => new($"http://127.0.0.1:{port}");

    public async Task Cut()
    {
        listener!.Stop();
        await accepting;
        lock (ends)
        {
            foreach (var end in ends) end.Dispose();
            ends.Clear();
        }
    }

    public void Mend()
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        accepting = Accept(listener);
    }

    public async ValueTask DisposeAsync() => await Cut();

    private async Task Accept(TcpListener from)
    {
        try
        {
            while (true) _ = Join(await from.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private async Task Join(TcpClient browser)
    {
        var server = new TcpClient();
        lock (ends) ends.AddRange([browser, server]);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, market.Port);
            var (one, other) = (browser.GetStream(), server.GetStream());
            await Task.WhenAny(one.CopyToAsync(other), other.CopyToAsync(one));
        }
        catch (Exception broken) when (broken is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or left by its other end.
        }
        finally
        {
            browser.Dispose();
            server.Dispose();
        }
    }
}
