import { describe, expect, it } from 'vitest'
import type { LogEntry, Standing } from './api'
import { kept, lastSeq, take } from './liveRoom'

const standing = (seq: number) => ({ seq, state: 'OPEN' }) as Standing
const entries = (from: number, to: number): LogEntry[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ seq: from + at, kind: 'BID', at: '', hash: '' }))

describe('what a room knows after an update', () => {
  it('takes the entries that follow and the newer standing', () => {
    const after = take({ standing: standing(3), entries: entries(1, 3) }, { standing: standing(5), entries: entries(4, 5) })
    expect(after.missing).toBeUndefined()
    expect(after.standing.seq).toBe(5)
    expect(after.entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5])
  })

  it('takes an entry once, however often it is told', () => {
    const after = take({ standing: standing(5), entries: entries(1, 5) }, { standing: standing(5), entries: entries(2, 5) })
    expect(after.entries).toHaveLength(5)
    expect(after.missing).toBeUndefined()
  })

  it('notices entries missing in between, also when the update brings none', () => {
    const seen = { standing: standing(3), entries: entries(1, 3) }
    expect(take(seen, { standing: standing(9), entries: entries(7, 9) })).toMatchObject({ missing: 4, standing: { seq: 9 } })
    expect(take(seen, { standing: standing(9), entries: [] })).toMatchObject({ missing: 4 })
    expect(take(seen, { standing: standing(3), entries: [] }).missing).toBeUndefined()
  })

  it('is not set back by a standing that arrives late', () => {
    expect(take({ standing: standing(8), entries: entries(1, 8) }, { standing: standing(6), entries: entries(5, 6) }).standing.seq).toBe(8)
  })

  it('keeps what fits in sight', () => {
    const after = take({ standing: standing(kept), entries: entries(1, kept) }, { standing: standing(kept + 2), entries: entries(kept + 1, kept + 2) })
    expect(after.entries).toHaveLength(kept)
    expect(lastSeq(after.entries)).toBe(kept + 2)
  })
})
