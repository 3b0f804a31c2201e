import { judge } from './access'
import { menuGroups, type Area, type MenuEntry, type MenuGroup } from './area'
import type { Session } from './session'

export interface MenuSection {
  group: MenuGroup
  entries: MenuEntry[]
}

/** The side menu of a session: only what it may open, grouped and in order. */
export function menuFor(session: Session, areas: readonly Area[]): MenuSection[] {
  const entries = areas.flatMap((area) => area.menu ?? []).filter((entry) => judge(entry.access, session) === 'allowed')
  return menuGroups
    .map((group) => ({ group, entries: entries.filter((entry) => entry.group === group).sort((a, b) => a.order - b.order) }))
    .filter((section) => section.entries.length > 0)
}

/** The entry a page belongs to: the one whose address is the longest beginning of the page's. */
export function entryAt(path: string, addresses: ReadonlyMap<string, string>): string | undefined {
  let best: [string, string] | undefined
  for (const [route, address] of addresses) {
    const within = path === address || path.startsWith(`${address}/`)
    if (within && (!best || address.length > best[1].length)) best = [route, address]
  }
  return best?.[0]
}
