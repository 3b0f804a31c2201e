import { describe, expect, it } from 'vitest'
import { checks, emptyForm, exclusive, formOf, licences, priceOf, termsOf, type OfferFormState } from './form'

function filled(change: Partial<OfferFormState> = {}): OfferFormState {
  return {
    ...emptyForm(), achievementId: 'a', category: 'XK01', territory: '浙江省', scope: '自用', validUntil: '2027-01-01', fee: '200000', paymentWay: '一次付清',
    contact: '技术转移办公室', exitTerms: '停止使用', ...change,
  }
}

const failing = (form: OfferFormState) => checks(form).filter(([holds]) => !holds).map(([, field]) => field)

describe('the form of a fixed-term offer', () => {
  it('names what is missing', () => {
    expect(failing(emptyForm())).toEqual(['achievementId', 'category', 'price', 'territory', 'scope', 'validUntil', 'paymentWay', 'contact', 'exitTerms'])
    expect(failing(filled())).toEqual([])
  })

  it('sends a formula only when it is complete', () => {
    expect(priceOf(filled())).toEqual({ kind: 'FIXED', fee: { amount: '200000', currency: 'CNY' } })
    expect(priceOf(filled({ fee: '0' }))).toBeUndefined()
    expect(priceOf(filled({ priceKind: 'ROYALTY' }))).toBeUndefined()
    expect(priceOf(filled({ priceKind: 'ROYALTY', ratePercent: '3', minimum: 'x' }))).toBeUndefined()
    expect(priceOf(filled({ priceKind: 'ROYALTY', ratePercent: '2.5', cap: '100000' }))).toEqual({ kind: 'ROYALTY', rate: 0.025, cap: { amount: '100000', currency: 'CNY' } })
  })

  it('leaves out what the kind does not have', () => {
    const open = termsOf(filled({ kind: 'OPEN_LICENSE', patentNumber: 'ZL1', declarationNumber: '公告1', places: '20' }))
    expect([open.category, open.licenceExclusivity, open.places, open.trial, open.reportMonths]).toEqual(['XK08', 'NON_EXCLUSIVE', 20, undefined, undefined])
    const assigned = termsOf(filled({ category: 'ZR01', places: '9' }))
    expect([assigned.licenceExclusivity, assigned.periodMonths, assigned.places, assigned.patent]).toEqual([undefined, undefined, 1, undefined])
    expect(termsOf(filled({ salesThreshold: '5' })).trial?.salesThreshold).toBeUndefined()
    expect(termsOf(filled({ trigger: 'SALES', salesThreshold: '5' })).trial?.salesThreshold).toEqual({ amount: '5', currency: 'CNY' })
  })

  it('knows what excludes others and what lasts', () => {
    expect([exclusive(filled()), licences(filled())]).toEqual([false, true])
    expect(exclusive(filled({ licenceExclusivity: 'SOLE' }))).toBe(true)
    expect([exclusive(filled({ category: 'ZR01' })), licences(filled({ category: 'ZR01' }))]).toEqual([true, false])
    expect(failing(filled({ places: '0' }))).toEqual(['places'])
    expect(failing(filled({ category: 'ZR01', places: '0', periodMonths: '' }))).toEqual([])
  })

  it('gives back what was saved', () => {
    const form = filled({ priceKind: 'ROYALTY', fee: '', ratePercent: '3.25', minimum: '1000.50', trigger: 'SALES', salesThreshold: '7', guarantee: '保险' })
    expect(formOf('a', 'TRY_THEN_PAY', termsOf(form))).toEqual(form)
    const open = filled({ kind: 'OPEN_LICENSE', category: 'XK08', patentNumber: 'ZL1', declarationNumber: '公告1', exitTerms: '', reportMonths: '' })
    expect(formOf('a', 'OPEN_LICENSE', termsOf(open))).toEqual(open)
  })
})
