import { describe, expect, it } from 'vitest'
import type { Terms } from './api'
import { leftToPlan, milestonesFit } from './milestones'
import { changesOf, percentText } from './termSheet'

const yuan = (amount: string) => ({ amount, currency: 'CNY' })
const terms: Terms = { category: 'XK01', licenceExclusivity: 'SOLE', price: yuan('300000.00'), paymentMode: 'INSTALMENTS', milestones: [] }

describe('the payments of an offer', () => {
  it('leave exactly what is not planned yet, to the cent', () => {
    expect(leftToPlan('300000.10', ['100000', '100000.05'])).toBe('100000.05')
    expect(leftToPlan('0.30', ['0.1', '0.2'])).toBe('0.00')
    expect(leftToPlan('100', ['100.01'])).toBe('-0.01')
    expect(leftToPlan('99999999999999.99', ['0.01'])).toBe('99999999999999.98')
  })

  it('say nothing while an amount is half written', () => {
    expect(leftToPlan('100', ['1.'])).toBeUndefined()
    expect(leftToPlan('', [])).toBeUndefined()
  })

  it('fit the mode of payment by their number', () => {
    expect([0, 1, 2].map((count) => milestonesFit('LUMP_SUM', count))).toEqual([true, true, false])
    expect([0, 1, 2].map((count) => milestonesFit('INSTALMENTS', count))).toEqual([false, false, true])
    expect([0, 1].map((count) => milestonesFit('ROYALTY', count))).toEqual([true, false])
    expect([0, 1].map((count) => milestonesFit('ENTRY_FEE_PLUS_ROYALTY', count))).toEqual([false, true])
  })
})

describe('two versions of a term sheet', () => {
  it('mark what changed and nothing else', () => {
    const next: Terms = { ...terms, price: yuan('240000.00'), milestones: [{ title: '首付', amount: yuan('240000.00') }], territory: ' ' }
    expect([...changesOf(next, terms)]).toEqual(['price', 'milestones'])
    expect(changesOf({ ...terms, price: yuan('300000') }, terms).size).toBe(0)
    expect(changesOf(terms, undefined).size).toBe(0)
  })

  it('show a rate as people write it', () => {
    expect([0.07, 0.035, 0.1].map(percentText)).toEqual(['7 %', '3.5 %', '10 %'])
  })
})
