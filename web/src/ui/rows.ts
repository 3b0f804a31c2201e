import type { Money } from './money'

/** One field of a thing in words, as pages show and compare it. */
export interface FactRow {
  field: string
  label: string
  text: string
  /** Shown as a paragraph over the whole width. */
  long?: boolean
  money?: Money | null
}

/** Fields under one heading, in the order of the form's steps. */
export interface FactSection {
  key: string
  title: string
  rows: FactRow[]
}

export interface ChangedRow extends FactRow {
  /** What stood there before; undefined when it did not change. */
  before?: string
}

/** Marks what differs from an earlier version; a field that was emptied stays to be seen. */
export function compareRows(now: readonly FactRow[], before: readonly FactRow[] | undefined): ChangedRow[] {
  if (!before) return [...now]
  const old = new Map(before.map((row) => [row.field, row]))
  const rows = now.map((row): ChangedRow => {
    const was = old.get(row.field)?.text ?? ''
    return was === row.text ? row : { ...row, before: was }
  })
  const gone = before.filter((row) => !now.some((one) => one.field === row.field)).map((row): ChangedRow => ({ ...row, text: '', before: row.text }))
  return [...rows, ...gone]
}
