import { describe, expect, it } from 'vitest'
import { compareRows, type FactRow } from './rows'

const row = (field: string, text: string): FactRow => ({ field, label: field, text })

describe('compareRows', () => {
  it('leaves all as it is when there is no earlier version', () => {
    expect(compareRows([row('a', '1')], undefined)).toEqual([row('a', '1')])
  })

  it('marks a changed, a new and an emptied field and nothing else', () => {
    const changed = compareRows([row('a', '1'), row('b', '2'), row('c', '3')], [row('a', '1'), row('b', 'x'), row('d', '4')])
    expect(changed.map((one) => [one.field, one.text, one.before])).toEqual([
      ['a', '1', undefined], ['b', '2', 'x'], ['c', '3', ''], ['d', '', '4'],
    ])
  })
})
