import { afterEach, describe, expect, it, vi } from 'vitest'
import { auditFilter, listDeadLetters, verifyAuditTrails } from './api'
import { wireName } from './useAdministrationWords'

afterEach(() => vi.unstubAllGlobals())

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const letter = (id: string, failedAt: string) => ({ id, reaction: 'x', fact: 'y', body: {}, error: 'e', failedAt, attempts: 4 })
const signal = () => new AbortController().signal

describe('stuck messages', () => {
  it('come from every service, latest first; one that does not answer is named and hides nothing', async () => {
    vi.stubGlobal('fetch', async (url: string) => {
      if (url === '/api/trading/operations/dead-letters') return answer(200, { items: [letter('a', '2026-11-20T00:00:00Z')] })
      if (url === '/api/matching/operations/dead-letters') return answer(200, { items: [letter('b', '2026-11-21T00:00:00Z')] })
      if (url === '/api/contracts/operations/dead-letters') return answer(503, { code: 'platform/internal-error', title: 'x', traceId: 't' })
      return answer(200, { items: [] })
    })
    const stuck = await listDeadLetters(signal())
    expect(stuck.items.map((one) => [one.service, one.id])).toEqual([['matching', 'b'], ['trading', 'a']])
    expect(stuck.failures.map((one) => one.service)).toEqual(['contracts'])
  })
})

describe('the hash chains', () => {
  it('are verified service by service, and a broken one keeps its place', async () => {
    vi.stubGlobal('fetch', async (url: string) => answer(200, { records: 7, firstBreak: url.startsWith('/api/listings/') ? 3 : null }))
    const checks = await verifyAuditTrails(signal())
    expect(checks.failures).toEqual([])
    expect(checks.items.filter((one) => one.firstBreak !== null)).toEqual([{ service: 'listings', records: 7, firstBreak: 3 }])
    expect(checks.items.length).toBeGreaterThanOrEqual(8)
  })
})

describe('the filters of the audit trail', () => {
  const none = { service: 'trading', who: '', action: '', subjectKind: '', subjectId: '', from: '', to: '' }

  it('take whole days of China, the last one included', () => {
    expect(auditFilter({ ...none, from: '2026-11-01', to: '2026-11-30' })).toMatchObject({ from: '2026-11-01T00:00:00+08:00', until: '2026-12-01T00:00:00+08:00' })
    expect(auditFilter({ ...none, to: '2026-12-31' })).toMatchObject({ from: '', until: '2027-01-01T00:00:00+08:00' })
  })

  it('leave the service to the address', () => {
    expect(auditFilter(none)).not.toHaveProperty('service')
  })
})

describe('a state', () => {
  it('is looked up by its name on the wire', () => {
    expect(wireName('TermSheet')).toBe('TERM_SHEET')
    expect(wireName('Active')).toBe('ACTIVE')
    expect(wireName('CLOSED_WON')).toBe('CLOSED_WON')
    expect(wireName('某单位')).toBe('某单位')
  })
})
