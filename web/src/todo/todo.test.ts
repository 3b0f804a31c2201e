import { afterEach, describe, expect, it, vi } from 'vitest'
import { waitingItems } from './api'

afterEach(() => vi.unstubAllGlobals())

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const item = (id: string, waitingSince: string) => ({ id, kind: 'sign', title: id, waitingSince, link: '/workbench' })

describe('what waits for the person', () => {
  it('comes from every service, oldest first; one that fails is named and hides nothing', async () => {
    vi.stubGlobal('fetch', async (url: string) => {
      if (url === '/api/listings/todo') return answer(200, { items: [item('b', '2026-11-20T00:00:00Z')] })
      if (url === '/api/trading/todo') return answer(200, { items: [item('c', '2026-11-21T00:00:00Z'), item('a', '2026-11-01T00:00:00Z')] })
      if (url === '/api/contracts/todo') return answer(500, { code: 'platform/unexpected', title: 'x', traceId: 't' })
      return answer(404, {})
    })
    const waiting = await waitingItems(new AbortController().signal)
    expect(waiting.items.map((one) => one.id)).toEqual(['a', 'b', 'c'])
    expect(waiting.failures.map((one) => [one.service, one.problem.code])).toEqual([['contracts', 'platform/unexpected']])
  })
})
