import { describe, expect, it } from 'vitest'
import { splitReason } from './useReasonWords'

describe('the reason of a record', () => {
  it('is a code, with or without words, or words alone', () => {
    expect(splitReason('STALLED')).toEqual({ code: 'STALLED', words: undefined })
    expect(splitReason('ACHIEVEMENT_WITHDRAWN: 已失效')).toEqual({ code: 'ACHIEVEMENT_WITHDRAWN', words: '已失效' })
    expect(splitReason('价格过高')).toEqual({ words: '价格过高' })
    expect(splitReason('#3')).toEqual({ words: '#3' })
    expect(splitReason('PCT 专利未授权')).toEqual({ words: 'PCT 专利未授权' })
  })
})
