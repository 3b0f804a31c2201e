import { describe, expect, it } from 'vitest'
import { textDiff } from './textDiff'

describe('the difference of two texts', () => {
  it('shows sentences that went and came between those that stayed', () => {
    expect(textDiff('甲。乙。丙。', '甲。丁。丙。')).toEqual([
      { text: '甲。', kind: 'same' }, { text: '乙。', kind: 'removed' }, { text: '丁。', kind: 'added' }, { text: '丙。', kind: 'same' },
    ])
  })

  it('gives both texts back, whatever changed', () => {
    for (const [before, after] of [['', '新。'], ['旧；', ''], ['一。二。', '二。一。'], ['相同', '相同']] as const) {
      const pieces = textDiff(before, after)
      expect(pieces.filter((p) => p.kind !== 'added').map((p) => p.text).join('')).toBe(before)
      expect(pieces.filter((p) => p.kind !== 'removed').map((p) => p.text).join('')).toBe(after)
    }
  })
})
