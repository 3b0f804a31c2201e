import { exactAmount } from '@/ui/money'
import type { Terms, TermSheetVersion } from './api'

export const termRows = [
  'category', 'licenceExclusivity', 'price', 'paymentMode', 'royalty', 'milestones', 'territory', 'period', 'improvements', 'other',
] as const
export type TermRow = (typeof termRows)[number]

/** The rows that any version says something about. */
export function rowsOf(versions: readonly TermSheetVersion[]): TermRow[] {
  return termRows.filter((row) => versions.some((version) => printOf(version.terms, row) !== ''))
}

/** Which rows a version changes against the one before it. */
export function changesOf(version: Terms, before: Terms | undefined): Set<TermRow> {
  if (!before) return new Set()
  return new Set(termRows.filter((row) => printOf(version, row) !== printOf(before, row)))
}

/** The content of a row as one text, to compare; not what a person reads. */
function printOf(terms: Terms, row: TermRow): string {
  switch (row) {
    case 'price': return exactAmount(terms.price.amount)
    case 'royalty': return terms.royaltyRate ? `${terms.royaltyRate} ${terms.royaltyBase}` : ''
    case 'milestones': return terms.milestones.map((one) => [one.title, exactAmount(one.amount.amount), one.dueOn ?? ''].join('|')).join('\n')
    case 'period': return terms.startsOn || terms.endsOn ? `${terms.startsOn ?? ''}/${terms.endsOn ?? ''}` : ''
    default: return terms[row]?.trim() ?? ''
  }
}

/** `0.035` -> `3.5 %`, without the noise of binary fractions. */
export const percentText = (rate: number) => `${Number((rate * 100).toFixed(4))} %`
