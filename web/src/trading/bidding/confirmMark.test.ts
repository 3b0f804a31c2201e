import { describe, expect, it } from 'vitest'
import { needsConfirmation } from './confirmMark'

const yuan = (amount: string) => ({ amount, currency: 'CNY' })

describe('a bid that is asked for once more', () => {
  it('is above the announced mark or the own one, to the cent', () => {
    expect(needsConfirmation(yuan('5000.00'), yuan('5000.00'), '')).toBe(false)
    expect(needsConfirmation(yuan('5000.01'), yuan('5000.00'), '')).toBe(true)
    expect(needsConfirmation(yuan('99999999999999.99'), null, '99999999999999.98')).toBe(true)
    expect(needsConfirmation(yuan('300'), null, '300.5')).toBe(false)
    expect(needsConfirmation(yuan('301'), null, '300.5')).toBe(true)
  })

  it('is never asked for without a mark, or by one that is no amount', () => {
    expect(needsConfirmation(yuan('1000000.00'), null, '')).toBe(false)
    expect(needsConfirmation(yuan('1000000.00'), undefined, 'many')).toBe(false)
  })
})
