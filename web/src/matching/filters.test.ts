import { describe, expect, it } from 'vitest'
import { activeFilters, choicesOf, chosenOf, codesOf, filtersOf, numberIn, toggled } from './filters'

const none = { field: '', maturity: '', region: '', priceBand: '', pricingMode: '', transferWay: '', ipType: '' }
const of = (...codes: string[]) => codes.map((code) => ({ code, count: 1 }))
const choice = (code: string) => ({ key: code, codes: [code], count: 1, level: 0 })

describe('the filters of a search', () => {
  it('stand in the address divided by commas, each code once', () => {
    expect(codesOf('06, 07,06,,')).toEqual(['06', '07'])
    expect(filtersOf({ ...none, field: '06', maturity: '4,5' })).toMatchObject({ field: ['06'], maturity: ['4', '5'], region: [] })
    expect(codesOf(Array.from({ length: 40 }, (_, at) => at).join(','))).toHaveLength(30)
  })

  it('keep a chosen code in sight when it leaves nothing', () => {
    expect(choicesOf('field', [{ code: '06', count: 3 }], ['11'])).toEqual([
      { key: '06', codes: ['06'], count: 3, level: 0 }, { key: '11', codes: ['11'], count: 0, level: 0 },
    ])
  })

  it('group readiness levels and add up their numbers', () => {
    const choices = choicesOf('maturity', [{ code: '4', count: 2 }, { code: '6', count: 3 }, { code: '9', count: 1 }], [])
    expect(choices.map(({ key, count }) => [key, count])).toEqual([['4,5,6', 5], ['7,8,9', 1]])
    expect(chosenOf(choices[0]!, ['5'])).toBe('some')
    expect(toggled('maturity', choices[0]!, ['5'])).toEqual(['4', '5', '6'])
    expect(toggled('maturity', choices[0]!, ['9', '4', '5', '6'])).toEqual(['9'])
  })

  it('list price bands from low to high', () => {
    expect(choicesOf('priceBand', of('NEGOTIABLE', 'FROM_500W', 'UNDER_10W'), []).map(({ key }) => key)).toEqual(['UNDER_10W', 'FROM_500W', 'NEGOTIABLE'])
  })

  it('list areas within those they lie in', () => {
    const choices = choicesOf('region', of('330000', '620000', '620200', '620100', '620102'), [])
    expect(choices.map(({ key, level }) => [key, level])).toEqual([['330000', 0], ['620000', 0], ['620200', 1], ['620100', 1], ['620102', 2]])
  })

  it('narrow an area instead of adding to it, and widen it again', () => {
    expect(toggled('region', choice('620200'), ['620000', '330000'])).toEqual(['330000', '620200'])
    expect(toggled('region', choice('620000'), ['620200', '330100'])).toEqual(['330100', '620000'])
    expect(toggled('region', choice('620200'), ['620200'])).toEqual([])
    expect(toggled('region', choice('620200'), ['620100'])).toEqual(['620100', '620200'])
  })

  it('are shown one by one, whole readiness groups as one', () => {
    expect(activeFilters(filtersOf({ ...none, field: '06,07', maturity: '4,5,6,9' }))).toEqual([
      { facet: 'field', codes: ['06'] }, { facet: 'field', codes: ['07'] }, { facet: 'maturity', codes: ['4', '5', '6'] }, { facet: 'maturity', codes: ['9'] },
    ])
  })

  it('know a number when they see one', () => {
    expect(numberIn(' cg-2026-000123')).toEqual({ side: 'achievement', number: 'CG-2026-000123' })
    expect(numberIn('XQ-2026-000001')).toEqual({ side: 'demand', number: 'XQ-2026-000001' })
    expect(numberIn('CG-2026')).toBeUndefined()
    expect(numberIn('JY-2026-000001')).toBeUndefined()
  })
})
