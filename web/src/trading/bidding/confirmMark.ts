import { isAmount, type Money } from '@/ui/money'

const key = 'bidding.confirm-above'

/** Whole cents, exact. */
function cents(amount: string): bigint {
  const [whole, fraction = ''] = amount.split('.')
  return BigInt(whole! + fraction.padEnd(2, '0'))
}

/** The amount is above a mark; no mark, never. */
export function above(money: Money, mark: Money | null | undefined): boolean {
  return mark != null && mark.currency === money.currency && cents(money.amount) > cents(mark.amount)
}

/** A bid above the announced mark or above the bidder's own is asked for once more. */
export function needsConfirmation(money: Money, announced: Money | null | undefined, own: string): boolean {
  return above(money, announced) || (isAmount(own) && above(money, { amount: own, currency: money.currency }))
}

export function rememberedMark(): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

export function rememberMark(mark: string): void {
  try {
    if (mark) localStorage.setItem(key, mark)
    else localStorage.removeItem(key)
  } catch {
    // Without storage the mark holds for this page.
  }
}
