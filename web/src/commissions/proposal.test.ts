import { describe, expect, it } from 'vitest'
import { basesFor, brokersOf, formOf, missingShare, scheduleOf } from './proposal'

const cny = (amount: string) => ({ amount, currency: 'CNY' })
const self = { id: 'a', name: 'A', kind: 'broker_agency' }
const form = () => formOf({
  schedule: { base: 'CONTRACT_AMOUNT', buyerShareBasisPoints: 5000, minimum: cny('0.00'), bands: [{ rate: 0.05, upTo: cny('500000.00') }, { rate: 0.0125, upTo: null }] },
  earnEvent: 'CONTRACT_REGISTERED', warnRate: 0.05, validFrom: '2026-03-02', validUntil: '2027-03-01', leadValidityZh: '', leadValidityEn: '',
}, self)

describe('a proposal', () => {
  it('starts from the region and travels back unchanged', () => {
    expect(form().bands).toEqual([{ upTo: '500000', percent: '5' }, { upTo: '', percent: '1.25' }])
    expect(scheduleOf(form())).toEqual({
      base: 'CONTRACT_AMOUNT', buyerShareBasisPoints: 5000, minimum: null, cap: null, bands: [{ rate: 0.05, upTo: cny('500000') }, { rate: 0.0125, upTo: null }],
    })
  })

  it('does not travel while a field is no number', () => {
    expect(scheduleOf({ ...form(), buyerPercent: '' })).toBeUndefined()
    expect(scheduleOf({ ...form(), cap: '1,000' })).toBeUndefined()
    expect(scheduleOf({ ...form(), bands: [{ upTo: '', percent: '5' }, { upTo: '', percent: '1' }] })).toBeUndefined()
  })

  it('says what the shares lack', () => {
    const shared = { ...form(), brokers: [{ broker: self, percent: '66.67', lead: true }, { broker: { ...self, id: 'b' }, percent: '33.3', lead: false }] }
    expect(missingShare(shared)).toBe(3)
    expect(brokersOf(shared)).toEqual([{ brokerId: 'a', basisPoints: 6667, lead: true }, { brokerId: 'b', basisPoints: 3330, lead: false }])
    expect(brokersOf({ ...shared, brokers: [{ percent: '100', lead: true }] })).toBeUndefined()
  })

  it('offers only bases that are known when it is earned', () => {
    expect(basesFor('CONTRACT_SIGNED')).toEqual(['CONTRACT_AMOUNT'])
    expect(basesFor('CONTRACT_REGISTERED')).not.toContain('RECEIVED_AMOUNT')
  })
})
