import type { StatementRow } from './api'

/** What to say about a row of a statement: words of ours by key, or the code of what it was matched to. */
export function statementNote(row: Pick<StatementRow, 'outcome' | 'note'>): { key?: string; text?: string } {
  if (!row.note) return {}
  if (row.outcome === 'QUEUED') return { key: `payments.queueReason.${row.note}` }
  if (row.outcome === 'REFUSED') return { key: `payments.rowError.${row.note}` }
  return { text: row.note }
}
