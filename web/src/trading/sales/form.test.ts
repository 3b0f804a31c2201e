import { describe, expect, it } from 'vitest'
import type { SaleOpening } from './api'
import { amountOf, checks, depositRange, emptyForm, formOf, reserveOf, shortestPeriod, stepOf, steps, stepsOf, termsOf, type SaleFormState } from './form'

const days = (value: number) => ({ value, unit: 'WORKING_DAYS' as const })
const rules: SaleOpening['rules'] = {
  minPeriod: days(10), stateTiers: [{ abovePrice: 1_000_000, minPeriod: days(10) }, { abovePrice: 10_000_000, minPeriod: days(20) }], depositMinRate: 0.05, depositMaxRate: 0.2,
  extension: { period: days(5), maxTimes: 3 }, resultNotice: days(5), decision: days(5),
  auction: { notice: { value: 7, unit: 'DAYS' }, viewing: { value: 2, unit: 'DAYS' }, usualRate: 0.05, maxRate: 0.15 },
}
const good = (): SaleFormState => ({
  ...emptyForm(), achievementId: 'a', category: 'ZR01', basePrice: '1000000', basisStatement: '三家公开询价', length: '10', deposit: '100000', contact: '王老师', step: '10000',
})
const wrong = (form: SaleFormState) => checks(form, rules).filter(([holds]) => !holds).map(([, field]) => field)

describe('the form of a sale', () => {
  it('accepts what the service accepts', () => {
    expect(wrong(good())).toEqual([])
  })

  it('says which field is wrong, and on which step', () => {
    expect(wrong({ ...good(), deposit: '49999.99' })).toEqual(['deposit'])
    expect(wrong({ ...good(), deposit: '200000.01' })).toEqual(['deposit'])
    expect(wrong({ ...good(), length: '9' })).toEqual(['length'])
    expect(wrong({ ...good(), category: 'XK01' })).toEqual(['licenceExclusivity'])
    expect(wrong({ ...good(), method: 'DUTCH', ceilingPrice: '1000000', decrement: '1000' })).toEqual(['falling'])
    expect(wrong({ ...good(), paymentMode: 'INSTALMENTS', payments: [{ title: '一', percent: '33.33', dueOn: '' }, { title: '二', percent: '66.66', dueOn: '' }] })).toEqual(['payments'])
    expect(wrong({ ...good(), paymentMode: 'INSTALMENTS', payments: [{ title: '一', percent: '33.33', dueOn: '' }, { title: '二', percent: '66.67', dueOn: '' }] })).toEqual([])
    for (const [, field] of checks(good(), rules)) expect(steps).toContain(stepOf(field))
  })

  it('has one more step for an auction, counts in days of notice and never sends a reserve price with the terms', () => {
    expect(stepsOf('LISTING')).not.toContain('auction')
    expect(stepsOf('AUCTION')).toContain('auction')
    const auction = { ...good(), mode: 'AUCTION' as const, length: '6' }
    expect(wrong(auction)).toContain('length')
    expect(wrong({ ...auction, length: '7' })).not.toContain('length')
    for (const field of wrong(auction)) expect(steps).toContain(stepOf(field))
    expect(termsOf(good()).auction).toBeUndefined()
    auction.auction = { ...auction.auction, hasReserve: true, reservePrice: '1200000' }
    expect(JSON.stringify(termsOf(auction))).not.toContain('1200000')
    expect(reserveOf(auction)).toEqual({ amount: '1200000', currency: 'CNY' })
    expect(reserveOf(good())).toBeUndefined()
  })

  it('reckons limits on digits, not on floating point', () => {
    expect(depositRange('0.1', rules)).toEqual([1n, 2n])
    expect(amountOf(depositRange('1234567.89', rules)[1]!)).toEqual({ amount: '246913.58', currency: 'CNY' })
    expect(shortestPeriod('10000000', rules)).toBe(10)
    expect(shortestPeriod('10000000.01', rules)).toBe(20)
  })

  it('leaves out what the chosen method does not have, and reads it back', () => {
    const dutch = termsOf({ ...good(), method: 'DUTCH', ceilingPrice: '2000000', decrement: '5000', intervalSeconds: '30' })
    expect(dutch.bidding).toMatchObject({ steps: [], freeMinutes: 0, timedMinutes: 0, ceilingPrice: { amount: '2000000', currency: 'CNY' }, intervalSeconds: 30 })
    const terms = termsOf({ ...good(), payments: [{ title: '全款', percent: '100', dueOn: '' }], priorities: [{ name: '张三', basis: '完成人' }] })
    expect(terms.transfer.payments[0]!.rate).toBe(1)
    expect(terms.priorities).toEqual([{ rank: 1, name: '张三', basis: '完成人' }])
    expect(termsOf(formOf('a', terms))).toEqual(terms)
  })
})
