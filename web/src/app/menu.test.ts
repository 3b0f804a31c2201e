import { List } from '@element-plus/icons-vue'
import { describe, expect, it } from 'vitest'
import type { Area, MenuEntry } from './area'
import { entryAt, menuFor } from './menu'
import type { Session } from './session'

const entry = (route: string, changes: Partial<MenuEntry>): MenuEntry =>
  ({ route, labelKey: route, icon: List, group: 'market', order: 10, access: { signedIn: true }, ...changes })

const areas: Area[] = [
  { routes: [], menu: [entry('b', { order: 20 }), entry('queue', { group: 'register', access: { roles: ['registrar'] } })] },
  { routes: [] },
  { routes: [], menu: [entry('a', {}), entry('todo', { group: 'start' })] },
]

describe('the side menu', () => {
  it('shows what the session may open, by group and order', () => {
    const session: Session = { signedIn: true, roles: ['publisher'], memberships: [] }
    expect(menuFor(session, areas).map((section) => [section.group, section.entries.map((one) => one.route)]))
      .toEqual([['start', ['todo']], ['market', ['a', 'b']]])
  })

  it('marks the entry whose address is the longest beginning of the page', () => {
    const addresses = new Map([['todo', '/workbench'], ['contracts', '/workbench/contracts'], ['queue', '/workbench/contracts/queue']])
    expect(entryAt('/workbench', addresses)).toBe('todo')
    expect(entryAt('/workbench/contracts/17', addresses)).toBe('contracts')
    expect(entryAt('/workbench/contracts/queue/17', addresses)).toBe('queue')
    expect(entryAt('/help', addresses)).toBeUndefined()
  })
})
