using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TechMarket.Platform.Processes;

namespace TechMarket.Testing;

/// <summary>
/// A throw-away RabbitMQ node from Debian's package: own ports, cookie, name registry (epmd) and folder, on loopback
/// only; the kernel ends it with the test process. Quorum queues work on its single node.
/// </summary>
public sealed class TestRabbit : IAsyncDisposable
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("techmarket-rabbit-");
    private readonly int port = FreePort();
    private readonly int nodePort = FreePort();
    private readonly int registryPort = FreePort();
    private GuardedProcess? registry;
    private GuardedProcess? node;

    private TestRabbit()
    {
    }

    /// <summary>For <c>Bus:RabbitMq</c> and for <see cref="ConnectionFactory"/>.</summary>
    public Uri Uri => new($"amqp://guest:guest@127.0.0.1:{port}/");

    /// <summary>Starts a node and returns when it takes connections.</summary>
    public static async Task<TestRabbit> Start(CancellationToken ct = default)
    {
        if (!File.Exists(Server))
            throw new InvalidOperationException($"RabbitMQ is not installed ({Server} is missing): apt-get install rabbitmq-server");
        var rabbit = new TestRabbit();
        try
        {
            await File.WriteAllTextAsync(rabbit.Inside("rabbitmq.conf"), $"""
                listeners.tcp.1 = 127.0.0.1:{rabbit.port}
                disk_free_limit.absolute = 50MB
                log.console = true
                log.console.level = warning
                """, ct);
            await File.WriteAllTextAsync(rabbit.Inside("enabled_plugins"), "[].\n", ct);
            rabbit.registry = await GuardedProcess.Launch(
                rabbit.Command("/usr/bin/epmd", "-port", $"{rabbit.registryPort}", "-address", "127.0.0.1"), "KILL");
            await rabbit.StartNode(ct);
            return rabbit;
        }
        catch
        {
            await rabbit.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes the broker away in order, as for maintenance; <see cref="StartNode"/> brings it back.</summary>
    public async Task StopNode()
    {
        node!.Signal(Signals.Terminate);
        await node.Exited.WaitAsync(Patience);
    }

    /// <summary>Starts the node, the first time or again after <see cref="StopNode"/>, with the same address.</summary>
    public async Task StartNode(CancellationToken ct = default)
    {
        node = await GuardedProcess.Launch(Command(Server), "KILL");
        var began = Stopwatch.GetTimestamp();
        var factory = new ConnectionFactory { Uri = Uri };
        while (true)
        {
            try
            {
                await using var connection = await factory.CreateConnectionAsync(ct);
                return;
            }
            catch (BrokerUnreachableException) when (!node.Exited.IsCompleted && Stopwatch.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(200, ct);
            }
            catch (BrokerUnreachableException e)
            {
                throw new InvalidOperationException($"RabbitMQ did not start: {node.Output}", e);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in (GuardedProcess?[])[node, registry])
        {
            if (process is null)
                continue;
            process.Signal(Signals.Kill);
            await process.Exited;
        }
        folder.Delete(recursive: true);
    }

    private string Inside(string name) => Path.Combine(folder.FullName, name);

    private ProcessStartInfo Command(string file, params string[] arguments)
    {
        var command = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder.FullName };
        command.Environment.Clear();
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
            ["LC_ALL"] = "C.UTF-8",
            ["HOME"] = folder.FullName,
            ["ERL_EPMD_PORT"] = $"{registryPort}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODENAME"] = $"market{port}@localhost",
            ["RABBITMQ_DIST_PORT"] = $"{nodePort}",
            ["RABBITMQ_CONFIG_FILE"] = Inside("rabbitmq.conf"),
            ["RABBITMQ_CONF_ENV_FILE"] = Inside("none.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Inside("enabled_plugins"),
            ["RABBITMQ_MNESIA_BASE"] = Inside("mnesia"),
            ["RABBITMQ_LOG_BASE"] = Inside("log"),
            ["RABBITMQ_PID_FILE"] = Inside("pid"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+S 1:1 -kernel inet_dist_use_interface {127,0,0,1}",
            // The start script then becomes the broker instead of watching over it.
            ["RUNNING_UNDER_SYSTEMD"] = "true",
        })
            command.Environment[name] = value;
        return command;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
