import type { AccountKind } from './api'

const own: readonly AccountKind[] = ['BANK', 'PROVIDER_CLEARING', 'UNALLOCATED', 'PLATFORM_FEE', 'TAX_WITHHELD']

/** The holder an account is named after; the market's own accounts are named by their kind alone. */
export const holderOf = (kind: AccountKind, name: string): string => own.includes(kind) ? '' : name
