using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TechMarket.Notifications.Tests;

/// <summary>A mail as the fake server took it.</summary>
sealed record TakenMail(string To, string Source)
{
    public string Header(string name) =>
        Source.Split("\r\n").First(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();

    /// <summary>The body, out of its base64.</summary>
    public string Body() => Encoding.UTF8.GetString(Convert.FromBase64String(Source[(Source.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("\r\n", "")));
}

/// <summary>A mail server on the loopback that says what the test wants it to say.</summary>
sealed class FakeSmtp : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly List<TakenMail> taken = [];

    public FakeSmtp()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Listen();
    }

    public int Port { get; }

    /// <summary>Answers mail with "try later".</summary>
    public bool Busy { get; set; }

    /// <summary>Takes the mail and hangs up without saying so, as a server that dies at the worst moment.</summary>
    public bool DiesAfterTaking { get; set; }

    public IReadOnlyList<TakenMail> Taken
    {
        get
        {
            lock (gate) return [.. taken];
        }
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
    }

    private async Task Listen()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                _ = Talk(await listener.AcceptTcpClientAsync(stop.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 fake");
        var to = "";
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            if (line.StartsWith("EHLO", StringComparison.Ordinal) || line.StartsWith("HELO", StringComparison.Ordinal)) await writer.WriteLineAsync("250 fake");
            else if (line.StartsWith("MAIL", StringComparison.Ordinal)) await writer.WriteLineAsync(Busy ? "451 later" : "250 ok");
            else if (line.StartsWith("RCPT", StringComparison.Ordinal))
            {
                to = line;
                await writer.WriteLineAsync("250 ok");
            }
            else if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var source = new StringBuilder();
                while (await reader.ReadLineAsync(stop.Token) is { } part && part != ".") source.Append(part).Append("\r\n");
                lock (gate) taken.Add(new TakenMail(to, source.ToString()));
                if (DiesAfterTaking) return;
                await writer.WriteLineAsync("250 taken");
            }
            else if (line == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            else await writer.WriteLineAsync("250 ok");
        }
    }
}
