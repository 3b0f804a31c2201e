import { Connection } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Access } from '@/app/access'
import type { MenuEntry } from '@/app/area'
import type { Side } from './api'

declare module 'vue-router' {
  interface RouteMeta {
    /** A search that stays on one side of the market. */
    side?: Side
  }
}

const access: Access = { roles: ['publisher', 'approver', 'purchaser'] }
const page = () => import('./SearchPage.vue')

export const routes: RouteRecordRaw[] = [
  { path: '/search', name: 'search', component: page, meta: { titleKey: 'matching.search.title' } },
  { path: '/achievements', name: 'achievements', component: page, meta: { titleKey: 'matching.list.achievement', side: 'achievement' } },
  { path: '/demands', name: 'demands', component: page, meta: { titleKey: 'matching.list.demand', side: 'demand' } },
  {
    path: '/workbench/matching', name: 'my-matches', component: () => import('./MyMatchesPage.vue'),
    meta: { frame: 'workbench', titleKey: 'matching.mine.title', access },
  },
]

export const menu: MenuEntry[] = [
  { route: 'my-matches', labelKey: 'matching.mine.title', icon: Connection, group: 'market', order: 50, access },
]
