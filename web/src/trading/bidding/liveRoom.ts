import type { LogEntry, Standing } from './api'

/** One update of the stream: where the auction stands, and the entries of the log that led there. */
export interface Update {
  standing: Standing
  entries: LogEntry[]
}

export interface Seen {
  standing: Standing
  /** In their order, without gaps; the newest last. */
  entries: LogEntry[]
}

/** How many entries the page keeps in sight. */
export const kept = 500

/** The last entry seen without a gap. */
export const lastSeq = (entries: LogEntry[]): number => entries[entries.length - 1]?.seq ?? 0

/**
 * What is known after an update. An older standing never replaces a newer one, an entry is taken once, and `missing` names the
 * first entry that has to be read from the log before those of the update follow.
 */
export function take(seen: Seen, update: Update): Seen & { missing?: number } {
  const standing = update.standing.seq >= seen.standing.seq ? update.standing : seen.standing
  const last = lastSeq(seen.entries)
  const fresh = update.entries.filter((entry) => entry.seq > last)
  const gap = fresh.length > 0 ? fresh[0]!.seq > last + 1 : update.standing.seq > last
  if (gap) return { standing, entries: seen.entries, missing: last + 1 }
  return { standing, entries: [...seen.entries, ...fresh].slice(-kept) }
}
