using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace TechMarket.Notifications.Mail;

/// <summary>
/// Sends what is queued, one mail at a time. The row's lock is the lease; a process that dies after the server took the mail and
/// before the row says so sends it again under the same Message-Id. No address is ever logged.
/// </summary>
sealed class MailWorker(IServiceScopeFactory scopes, IOptions<SmtpOptions> options, TimeProvider clock, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>False when nothing is due.</returns>
    public async Task<bool> SendNext(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Mails.FromSqlRaw(
            """
            select *, xmin from notifications.mail where sent_at is null and given_up_at is null and not_before <= @now
            order by not_before limit 1 for update skip locked
            """, new NpgsqlParameter("now", clock.GetUtcNow())).ToListAsync(ct);
        if (due.Count == 0) return false;
        var mail = due[0];
        try
        {
            await Send(mail, ct);
            mail.Sent(clock.GetUtcNow());
        }
        catch (Exception failure) when (failure is SmtpException or OperationCanceledException or FormatException && !ct.IsCancellationRequested)
        {
            var error = failure is SmtpException refused ? $"SMTP {refused.StatusCode}" : failure.GetType().Name;
            mail.Failed(error, clock.GetUtcNow());
            log.LogWarning("Mail {Mail} was not taken, attempt {Attempt}: {Error}", mail.Id, mail.Attempts, error);
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsConfigured) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendNext(stoppingToken))
                {
                }
                await Task.Delay(options.Value.Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or DbUpdateException or InvalidOperationException)
            {
                log.LogWarning("The mail queue could not be read ({Error}); trying again", failure.GetType().Name);
                await Task.Delay(options.Value.Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Send(QueuedMail mail, CancellationToken ct)
    {
        var smtp = options.Value;
        using var message = new MailMessage(new MailAddress(smtp.From, smtp.FromName, Encoding.UTF8), new MailAddress(mail.Address))
        {
            Subject = mail.Subject, SubjectEncoding = Encoding.UTF8, Body = mail.Body, BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-Id", $"<{mail.Id:N}@{message.From!.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.StartTls };
        if (!string.IsNullOrEmpty(smtp.User)) client.Credentials = new NetworkCredential(smtp.User, smtp.Password);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        await client.SendMailAsync(message, patience.Token);
    }
}
